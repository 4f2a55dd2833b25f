import { randomBytes } from 'node:crypto'
import { createUser, encodeUser, fromSeed, type KeyPair } from '@nats-io/jwt'
import { readAddress } from '../../main/core/numbers/index.ts'
import {
  type Invitation,
  invitationSchema,
  permissionsOf,
  readInvitation,
  type SubjectPermissions,
  type TeamAccess,
  type TeamCredentials,
  teamAccessSchema,
  writeInvitation
} from '../../main/core/team/index.ts'
import type { InviteCommand } from '../command-line.ts'
import type { AccountConfig, RelayConfig } from '../config/config.ts'
import { ConfigError, fileReader, readConfig } from '../config/load-config.ts'
import { maxControlLineBytes } from './server-config.ts'

/** What the administrator gets; both are secret. */
export interface WrittenInvitation {
  readonly line: string
  /** For the `users` of the server's configuration; null where the server knows its users by JWT. */
  readonly userEntry: string | null
}

/** What one desktop may use of the server. `data` is not looked at by nats-server. */
const userLimits = { subs: 1_000, payload: 256 * 1024, data: -1 }
/** Room for the rest of the line that carries the JWT. */
const maxJwtLength = Math.min(20_000, maxControlLineBytes - 4_096)
const dayMs = 24 * 3_600_000

/**
 * Writes an invitation for one agent.
 *
 * @throws ConfigError in the words of whoever asked for it
 */
export async function invite(command: InviteCommand, nowMs: number): Promise<WrittenInvitation> {
  const config = await readConfig(command.config)
  const { invitations } = config
  if (invitations === undefined) throw new ConfigError('invitations: it is missing in the configuration')
  const read = fileReader(command.config)
  const access = accessOf(command, accountOf(command, config))
  const grant = command.hasPassword
    ? passwordGrant(access)
    : await signedGrant(command, config, access, nowMs)
  const { authorityFile } = invitations
  const line = checked({
    version: 1,
    team: invitations.team,
    servers: invitations.servers,
    authority: authorityFile === undefined ? null : await read('invitations.authorityFile', authorityFile),
    ...grant.invitation,
    access
  })
  return { line, userEntry: grant.userEntry }
}

type Grant = {
  readonly invitation: Pick<Invitation, 'credentials' | 'inbox' | 'expiresAtMs'>
  readonly userEntry: string | null
}

async function signedGrant(
  { config: path, extension, days }: InviteCommand,
  { invitations }: RelayConfig,
  access: TeamAccess,
  nowMs: number
): Promise<Grant> {
  const signing = invitations?.signing
  if (signing === undefined) {
    throw new ConfigError('invitations.signing: it is missing; without JWTs, ask for --password-users')
  }
  const signer = signerOf(await fileReader(path)('invitations.signing.seedFile', signing.seedFile))
  const user = createUser()
  const inbox = `_INBOX.${user.getPublicKey()}`
  const { publish, subscribe } = permissionsOf(access, inbox)
  const expiresAtMs = nowMs + days * dayMs
  const jwt = await encodeUser(
    `${access.accountId}-${extension}`,
    user,
    signing.account,
    { ...userLimits, pub: { allow: [...publish] }, sub: { allow: [...subscribe] } },
    { signer, exp: Math.floor(expiresAtMs / 1_000) }
  )
  if (jwt.length > maxJwtLength) {
    throw new ConfigError(
      'These are too many queues and lines for one invitation: ask for fewer, or --team-wide'
    )
  }
  const credentials: TeamCredentials = { kind: 'jwt', jwt, seed: Buffer.from(user.getSeed()).toString() }
  return { invitation: { credentials, inbox, expiresAtMs }, userEntry: null }
}

function passwordGrant(access: TeamAccess): Grant {
  const user = `${access.accountId}-${access.extension}-${randomBytes(4).toString('hex')}`
  const password = randomBytes(32).toString('base64url')
  const inbox = `_INBOX.${user.replaceAll('-', '_')}_${randomBytes(16).toString('hex')}`
  return {
    invitation: { credentials: { kind: 'password', user, password }, inbox, expiresAtMs: null },
    userEntry: userEntry(user, password, permissionsOf(access, inbox))
  }
}

const userEntry = (user: string, password: string, { publish, subscribe }: SubjectPermissions): string =>
  `{ user: ${JSON.stringify(user)}, password: ${JSON.stringify(password)}, permissions: { publish: { allow: ${JSON.stringify(publish)} }, subscribe: { allow: ${JSON.stringify(subscribe)} } } }`

function signerOf(seed: string): KeyPair {
  try {
    return fromSeed(Buffer.from(seed))
  } catch {
    throw new ConfigError('invitations.signing.seedFile: it holds no seed of NATS')
  }
}

function accountOf({ account: id }: InviteCommand, { accounts }: RelayConfig): AccountConfig {
  const [first, ...others] = accounts
  if (id === null && first !== undefined && others.length === 0) return first
  const found = accounts.find((account) => account.id === id)
  if (found !== undefined) return found
  const known = accounts.map((account) => account.id).join(', ')
  throw new ConfigError(`--account: wanted is one of ${known}`)
}

function accessOf(command: InviteCommand, { id, region }: AccountConfig): TeamAccess {
  const access = teamAccessSchema.safeParse({
    accountId: id,
    extension: command.extension,
    queueNames: command.queues,
    lines: command.lines.map((line) => readAddress(line, region)),
    isTeamWide: command.isTeamWide,
    presence: command.presence,
    sharesWork: command.sharesWork
  } satisfies TeamAccess)
  if (access.success) return access.data
  const [issue] = access.error.issues
  if (issue?.path[0] === 'lines')
    throw new ConfigError('--line: wanted is a telephone number, best with + and country code')
  throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}`)
}

/** The line, if an app can read it. */
function checked(invitation: Invitation): string {
  const parsed = invitationSchema.safeParse(invitation)
  if (!parsed.success) {
    const [field] = parsed.error.issues[0]?.path ?? []
    const wanted =
      field === 'servers'
        ? 'tls://host:port or wss://host/path; nats:// and ws:// only on this very machine'
        : parsed.error.issues[0]?.message
    throw new ConfigError(`invitations.${String(field)}: ${wanted}`)
  }
  const line = writeInvitation(parsed.data)
  if (!readInvitation(line).ok) throw new Error('An invitation was written that no app can read.')
  return line
}
