import { z } from 'zod'
import { kindOfAddress, readAddress } from '../../main/core/numbers/index.ts'
import { fieldAliasesSchema } from '../../shared/domain/event-reading.ts'
import { failed, type Outcome, succeeded } from '../../shared/domain/failure.ts'
import { sourceAddressSchema } from '../../shared/domain/source-address.ts'

const file = z.string().min(1, 'the path of a file, as seen from this configuration')
const port = z.number().int().min(0).max(65_535)
const placeSchema = z.strictObject({ host: z.string().min(1, 'an address of this machine'), port })

const networks = z.array(sourceAddressSchema).max(1_000).readonly().default([])
const listenSchema = placeSchema.extend({
  /** From where webhooks are taken; empty for everywhere. */
  allowedSources: networks,
  /** The proxies whose X-Forwarded-For tells where a webhook is from; from others that header means nothing. */
  trustedProxies: networks
})

const accountSchema = z
  .strictObject({
    id: z.number().int().positive(),
    /** ISO 3166; reads numbers without a country code. */
    region: z.string().regex(/^[A-Z]{2}$/, 'a country in two capital letters, like US'),
    fieldAliases: fieldAliasesSchema.default({}),
    /** Each with one secret of the webhook's address: two while one replaces the other. */
    tokenFiles: z.array(file).min(1, 'at least one file').max(2, 'at most two files').readonly(),
    /** The account's own numbers; empty where they are not known. */
    lines: z.array(z.string()).max(10_000).readonly().default([]),
    /** For presence and queues; without it everybody's view is read: who is online, and the queues' counts. */
    developerKeyFile: file.optional(),
    /** Where the API is. */
    apiUrl: z.url({ protocol: /^https?$/ }).default('https://api.voice360.app/v3/voice')
  })
  .transform((account, context) => ({
    ...account,
    lines: account.lines.map((line, index) => {
      const address = readAddress(line, account.region)
      if (kindOfAddress(address) !== 'number') {
        const message = 'a telephone number, best with + and country code'
        context.addIssue({ code: 'custom', path: ['lines', index], message })
      }
      return address
    })
  }))
export type AccountConfig = z.infer<typeof accountSchema>

const server = z.string().regex(/^(nats|tls):\/\/[^\s/@]+$/, 'nats://host:port or tls://host:port')

const credentialsSchema = z.discriminatedUnion('kind', [
  /** A `.creds` file: a JWT and its seed. */
  z.strictObject({ kind: z.literal('creds'), file }),
  z.strictObject({ kind: z.literal('nkey'), seedFile: file }),
  z.strictObject({ kind: z.literal('password'), user: z.string().min(1), passwordFile: file })
])

const natsSchema = z
  .strictObject({
    servers: z.array(server).min(1, 'at least one server').max(20).readonly(),
    /** Certificates (PEM) of an authority that the system does not know. */
    authorityFile: file.optional(),
    credentials: credentialsSchema
  })
  .refine(
    ({ servers, credentials }) =>
      credentials.kind !== 'password' || servers.every((url) => url.startsWith('tls://') || isHere(url)),
    { path: ['servers'], message: 'a password needs tls:// but for servers of this very machine' }
  )

const isHere = (url: string): boolean => /^nats:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(url)

const retentionSchema = z.strictObject({
  /** What is older is dropped. Not below the hour in which a second delivery is recognised. */
  maxAgeHours: z
    .number()
    .min(1)
    .max(24 * 366),
  /** Beyond it the oldest are dropped. */
  maxBytes: z.number().int().min(1_048_576),
  /** On how many servers each event lies. */
  replicas: z.union([z.literal(1), z.literal(3), z.literal(5)], '1, 3 or 5')
})

/** What invitations are written from; a relay itself does not need it. */
const invitationsSchema = z.strictObject({
  /** For people. */
  team: z.string().trim().min(1).max(100),
  /** As desktops reach them. */
  servers: z.array(z.string().max(300)).min(1).max(10).readonly(),
  authorityFile: file.optional(),
  /** Where the NATS server knows its users by JWT: the account's public key, and a seed that may sign for it. */
  signing: z
    .strictObject({
      account: z.string().regex(/^A[A-Z2-7]{55}$/, 'the public key of a NATS account, A…'),
      seedFile: file
    })
    .optional()
})

const configSchema = z
  .strictObject({
    /** What this process is called in logs and in what it tells of itself; the machine's name without it. */
    name: z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'letters, digits, _ . -')
      .optional(),
    /** Where webhooks come in. */
    listen: listenSchema,
    /** Where health and metrics are asked for. */
    admin: placeSchema,
    accounts: z.array(accountSchema).min(1, 'at least one account').max(1_000).readonly(),
    nats: natsSchema,
    retention: retentionSchema,
    invitations: invitationsSchema.optional()
  })
  .refine(({ listen, admin }) => listen.port === 0 || listen.port !== admin.port, {
    path: ['admin', 'port'],
    message: 'another port than listen.port'
  })
  .refine(({ accounts }) => new Set(accounts.map(({ id }) => id)).size === accounts.length, {
    path: ['accounts'],
    message: 'each account once'
  })
export type RelayConfig = z.infer<typeof configSchema>
/** As it is written; what is left out is the default. */
export type RelayConfigFile = z.input<typeof configSchema>

/** Reads the text of a configuration file; a failure names each field and what is wanted there. */
export function parseConfig(text: string): Outcome<RelayConfig> {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (error) {
    return failed('not-json', `It is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = configSchema.safeParse(content)
  if (parsed.success) return succeeded(parsed.data)
  const lines = parsed.error.issues.map(({ path, message }) => `  ${fieldOf(path)}: ${message}`)
  return failed('invalid', lines.join('\n'))
}

const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '') || '(the whole)'
