import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Clock, Log, TeamConnection, TeamConnectionState, TeamLink } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { eventFilters } from './access.ts'
import { describeTeamTrouble } from './describe-team-trouble.ts'
import type { Invitation } from './invitation.ts'
import { eventStream, teamBucket, teamKeys } from './subjects.ts'
import { withinMs } from './within.ts'

const limitMs = 10_000

interface Dependencies {
  readonly link: TeamLink
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}

export interface TriedInvitation {
  /** The server that answered. */
  readonly server: string
  readonly isRelayKnown: boolean
}

type Settled = Exclude<TeamConnectionState, { readonly state: 'connecting' }>

/** Connects by an invitation, reads what its holder has to read, and leaves again; takes ten seconds at most. */
export async function tryInvitation(
  invitation: Invitation,
  { link, clock, log, t }: Dependencies
): Promise<Outcome<TriedInvitation>> {
  const { servers, access, expiresAtMs } = invitation
  const refuse = (code: Parameters<typeof describeTeamTrouble>[0]) =>
    failed(`team-${code}`, describeTeamTrouble(code, servers, t))
  if (expiresAtMs !== null && expiresAtMs <= clock.nowMs()) return refuse('expired')

  const settled = Promise.withResolvers<Settled>()
  const connection = link.connect(invitation, (state) => {
    if (state.state !== 'connecting') settled.resolve(state)
  })

  async function tryIt(): Promise<Outcome<TriedInvitation>> {
    const state = await settled.promise
    if (state.state !== 'connected') return refuse(state.code)
    try {
      return succeeded({ server: state.server, isRelayKnown: await readOf(connection, access) })
    } catch (error) {
      log.warn('The server of an invitation lets nothing be read', { error: String(error) })
      return refuse('no-jetstream')
    }
  }

  const tried = await withinMs(clock, limitMs, tryIt())
  await withinMs(clock, 1_000, connection.close()).catch((error: unknown) =>
    log.warn('A connection that was tried could not be closed', { error: String(error) })
  )
  return tried?.value ?? refuse('unreachable')
}

/** Whether the relay was ever there for the account; rejects where the events may not be read. */
async function readOf(connection: TeamConnection, access: Invitation['access']): Promise<boolean> {
  const [filter = ''] = eventFilters(access)
  await connection.lastOf(eventStream, filter)
  const pulse = await connection.get(teamBucket, teamKeys(access.accountId).pulse)
  return pulse !== null && pulse.value !== null
}
