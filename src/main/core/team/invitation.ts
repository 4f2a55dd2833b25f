import { z } from 'zod'
import { teamAccessSchema } from './access.ts'

const textSchema = z.string().min(1).max(4_000)

/** How somebody proves to the NATS server who they are. Seeds and passwords are secret, a JWT without its seed is not. */
const credentialsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('jwt'), jwt: z.string().min(1).max(20_000), seed: textSchema }).strict(),
  z.object({ kind: z.literal('nkey'), seed: textSchema }).strict(),
  z.object({ kind: z.literal('password'), user: textSchema, password: textSchema }).strict()
])
export type TeamCredentials = z.infer<typeof credentialsSchema>

const loopback = /^(nats|ws):\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/
const encrypted = /^(tls:\/\/[\w.-]+(:\d{1,5})?|wss:\/\/[\w.-]+(:\d{1,5})?(\/[\w.~%/-]*)?)$/

/** What one agent's app needs to reach the team's relay. */
export const invitationSchema = z
  .object({
    version: z.literal(1),
    /** For people. */
    team: z.string().trim().min(1).max(100),
    /** `tls://host:port` or `wss://host/path`; without encryption only on this very machine. */
    servers: z
      .array(
        z
          .string()
          .max(300)
          .refine((server) => loopback.test(server) || encrypted.test(server))
      )
      .min(1)
      .max(10)
      .readonly(),
    /** Certificates (PEM) of an authority that the system does not know; null where it knows it. */
    authority: z.string().max(20_000).nullable(),
    credentials: credentialsSchema,
    /** What the subjects of answers begin with; no other user may read them. */
    inbox: z.string().regex(/^_INBOX\.[A-Za-z0-9_]{1,64}$/),
    /** When the credentials end; null where they do not. */
    expiresAtMs: z.number().nullable(),
    /** What the server lets its holder read and do; that it says more than the server grants helps nobody. */
    access: teamAccessSchema
  })
  .strict()
export type Invitation = z.infer<typeof invitationSchema>

const start = 'voice360-team:'

/** An invitation as the one line that is handed to an agent. It is a secret. */
export const writeInvitation = (invitation: Invitation): string =>
  `${start}${Buffer.from(JSON.stringify(invitation)).toString('base64url')}`

/** `incomplete`: it is one, but some of it is missing or wrong. */
export type InvitationTrouble = 'no-invitation' | 'incomplete' | 'other-version'

type ReadInvitation =
  | { readonly ok: true; readonly invitation: Invitation }
  | { readonly ok: false; readonly trouble: InvitationTrouble }

/** Reads what was pasted, with the line breaks and blanks of the mail it came by, or the words around it. */
export function readInvitation(text: string): ReadInvitation {
  const startsAt = text.indexOf(start)
  if (startsAt === -1) return { ok: false, trouble: 'no-invitation' }
  const [written = ''] = /^[\w\s-]*/.exec(text.slice(startsAt + start.length)) ?? []
  const content = parseJson(Buffer.from(written.replace(/\s+/g, ''), 'base64url').toString())
  const invitation = invitationSchema.safeParse(content)
  if (invitation.success) return { ok: true, invitation: invitation.data }
  const { data: version } = z.object({ version: z.number() }).safeParse(content)
  return {
    ok: false,
    trouble: version !== undefined && version.version !== 1 ? 'other-version' : 'incomplete'
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
