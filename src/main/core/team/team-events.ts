import { parseJson } from '../../../shared/parse-json.ts'
import { createSignal, type Signal } from '../live-value.ts'
import type { Clock, EventLedger, LedgerChanges, Log, StreamMessage, StreamPosition } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { eventFilters } from './access.ts'
import { type LostOfStream, lostOfStream } from './lost-of-stream.ts'
import type { Joined, TeamMembership } from './membership.ts'
import { type RelayedEvent, relayedEventSchema } from './relayed-event.ts'
import type { FollowedStream, StreamFollower } from './stream-follower.ts'
import { eventStream } from './subjects.ts'
import type { Pulse } from './team-news.ts'
import type { TeamService } from './team-service.ts'

/** Takes the team's events into the ledger, as far as the invitation lets them be read. */
export interface TeamEvents {
  /** Whether everything that was stored is here. */
  isCaughtUp(): boolean
  /** It may be another now. */
  readonly changed: Pick<Signal<void>, 'watch'>
  /** What the stream no longer held, as far as that was found out when it was caught up last. */
  lost(): LostOfStream | null
  start(): void
  stop(): void
}

export interface TeamEventsDependencies {
  readonly team: TeamMembership & Pick<TeamService, 'probe'>
  readonly followStream: (followed: FollowedStream) => StreamFollower
  readonly ledger: Pick<
    EventLedger,
    'appendEvent' | 'readStreamPosition' | 'saveStreamPosition' | 'forgetStream'
  >
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  /** Told of a gap, where the stream went back. */
  readonly onGap: () => void
  /** Called once for each event that was not there before, after its commit. */
  readonly onStored: (event: RelayedEvent, changes: LedgerChanges) => void
}

export function createTeamEvents(dependencies: TeamEventsDependencies): TeamEvents {
  const { team, followStream, ledger, clock, log, t, onStored } = dependencies
  const changed = createSignal<void>()
  let following: {
    readonly joined: Joined
    readonly stream: string
    readonly follower: StreamFollower
    readonly unwatch: () => void
  } | null = null
  let isCaughtUp = false
  let lost: LostOfStream | null = null
  let endings: readonly (() => void)[] = []

  /** Follows the stream that the relay speaks of now: one that was made anew counts from one again. */
  function follow(): void {
    const joined = team.joined.get()
    const pulse = team.pulse.get()
    const stream = joined && pulse && nameOf(joined, pulse)
    if (following !== null && following.joined === joined && (stream === null || stream === following.stream))
      return
    leave()
    if (joined !== null && stream !== null) begin(joined, stream)
    changed.emit()
  }

  function leave(): void {
    following?.unwatch()
    following?.follower.stop()
    following = null
    isCaughtUp = false
    lost = null
  }

  function begin(joined: Joined, stream: string): void {
    // Where it was before it catches up: what the stream has from there on and no longer holds is lost.
    let before = ledger.readStreamPosition(stream)
    const follower = followStream({
      connection: joined.connection,
      state: team.state,
      stream: eventStream,
      filters: eventFilters(joined.access),
      readPosition: () => ledger.readStreamPosition(stream),
      take: (message, seq) => take(message, { stream, seq }),
      savePosition: (seq) => ledger.saveStreamPosition({ stream, seq }),
      forgetPosition: (isSetBack) => forget(stream, isSetBack),
      endsBefore: (newest) => (team.pulse.get()?.stream.lastSeq ?? newest) < newest,
      clock,
      log
    })

    async function caughtUpChanged(isNow: boolean): Promise<void> {
      if (!isNow) {
        isCaughtUp = false
        before = ledger.readStreamPosition(stream)
        before.catch(() => undefined)
        return changed.emit()
      }
      // What the relay said before the connection broke tells of what was held then.
      await team.probe()
      const position = await before.catch(() => null)
      const pulse = team.pulse.get()
      if (following?.follower !== follower || !follower.isCaughtUp.get()) return
      isCaughtUp = true
      lost = pulse && position !== null ? lostOfStream(position, pulse) : null
      changed.emit()
    }

    before.catch(() => undefined)
    const unwatch = follower.isCaughtUp.watch((isNow) => void caughtUpChanged(isNow))
    following = { joined, stream, follower, unwatch }
    follower.start()
  }

  /** What a stream that went back has lost, nobody knows: whatever came until now may be of it. */
  async function forget(stream: string, isSetBack: boolean): Promise<void> {
    const gone = isSetBack ? { untilMs: clock.nowMs(), reason: t('team.lost.set-back') } : null
    if (await ledger.forgetStream(stream, gone)) dependencies.onGap()
  }

  async function take(message: StreamMessage, position: StreamPosition): Promise<void> {
    const event = relayedEventSchema.safeParse(parseJson(Buffer.from(message.data).toString()))
    if (!event.success) {
      log.error('The relay stored what is no event', { subject: message.subject, seq: message.seq })
      return ledger.saveStreamPosition(position)
    }
    const { isDuplicate, changes } = await ledger.appendEvent(event.data, position)
    if (!isDuplicate) onStored(event.data, changes)
  }

  return {
    changed,
    isCaughtUp: () => isCaughtUp,
    lost: () => lost,
    start() {
      endings = [team.joined.watch(follow), team.pulse.watch(follow)]
      follow()
    },
    stop() {
      for (const end of endings) end()
      leave()
    }
  }
}

/** What its position is kept under: another text for a stream that was made anew. */
const nameOf = ({ access }: Joined, { stream }: Pulse): string =>
  `${access.accountId} ${eventStream.name} ${stream.createdAtMs}`
