import { z } from 'zod'
import type { DocumentStore, SecretStore } from '../ports.ts'
import { type Invitation, invitationSchema, type TeamCredentials } from './invitation.ts'

/** An invitation without what is secret of it. A JWT proves nothing without its seed. */
const keptSchema = invitationSchema.extend({
  credentials: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('jwt'), jwt: z.string() }).strict(),
    z.object({ kind: z.literal('nkey') }).strict(),
    z.object({ kind: z.literal('password'), user: z.string() }).strict()
  ])
})
export type KeptInvitation = z.infer<typeof keptSchema>

const documentSchema = z.object({ teams: z.array(keptSchema).catch([]) })

/**
 * The invitations that were accepted, one an account. Only the seed or password goes to the keychain: Windows' takes 2,560 bytes
 * an entry, which a whole invitation with its JWT and certificates exceeds.
 */
export interface KeptInvitations {
  find(accountId: number): KeptInvitation | null
  /** The whole one; null where there is none, or the keychain has no secret of it. Rejects where the keychain does not work. */
  read(accountId: number): Promise<Invitation | null>
  /** In the place of the one before. */
  keep(invitation: Invitation): Promise<void>
  /** Rejects where the keychain does not delete its secret: then it is still there. */
  forget(accountId: number): Promise<void>
  /** Of these accounts, and of no other, there is one. */
  accountIds(): readonly number[]
}

const secretName = (accountId: number): string => `team-secret:${accountId}`

export function createKeptInvitations(document: DocumentStore, secrets: SecretStore): KeptInvitations {
  const list = () => documentSchema.parse(document.read()).teams
  const find = (accountId: number) => list().find(({ access }) => access.accountId === accountId) ?? null
  const others = (accountId: number) => list().filter(({ access }) => access.accountId !== accountId)

  return {
    find,
    accountIds: () => list().map(({ access }) => access.accountId),
    async read(accountId) {
      const kept = find(accountId)
      const secret = kept && (await secrets.read(secretName(accountId)))
      return kept && secret ? { ...kept, credentials: withSecret(kept.credentials, secret) } : null
    },
    async keep(invitation) {
      const { accountId } = invitation.access
      const { kept, secret } = apart(invitation.credentials)
      await secrets.write(secretName(accountId), secret)
      document.write({ teams: [...others(accountId), { ...invitation, credentials: kept }] })
    },
    async forget(accountId) {
      // What is still named here is tried again, where the keychain does not delete it now.
      await secrets.remove(secretName(accountId))
      document.write({ teams: others(accountId) })
    }
  }
}

function apart(credentials: TeamCredentials): {
  readonly kept: KeptInvitation['credentials']
  readonly secret: string
} {
  switch (credentials.kind) {
    case 'jwt':
      return { kept: { kind: 'jwt', jwt: credentials.jwt }, secret: credentials.seed }
    case 'nkey':
      return { kept: { kind: 'nkey' }, secret: credentials.seed }
    case 'password':
      return { kept: { kind: 'password', user: credentials.user }, secret: credentials.password }
  }
}

const withSecret = (kept: KeptInvitation['credentials'], secret: string): TeamCredentials =>
  kept.kind === 'password' ? { ...kept, password: secret } : { ...kept, seed: secret }
