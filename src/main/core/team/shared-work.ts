import { createLiveValue, createSignal, type LiveValue, type Signal } from '../live-value.ts'
import type {
  Clock,
  EventLedger,
  LedgerChanges,
  Log,
  SharedEntry,
  SharedWorkLedger,
  StreamMessage
} from '../ports.ts'
import { workFilters } from './access.ts'
import type { Author } from './author.ts'
import type { Joined, TeamMembership } from './membership.ts'
import type { FollowedStream, StreamFollower } from './stream-follower.ts'
import { workBucket, workStream } from './subjects.ts'
import { readWorkKey, workKey } from './work-key.ts'

/** What the team shares, as it is here, and the one way to change it. */
export interface SharedWork {
  /** `offline`: what is here may be old, and nothing can be changed. Null where this app shares nothing with a team. */
  readonly state: Pick<LiveValue<'connected' | 'offline' | null>, 'get' | 'watch'>
  /** Something is another now, by whomever. */
  readonly changed: Signal<{ readonly entry: SharedEntry; readonly changes: LedgerChanges }>
  /** Null outside of a team. */
  me(): Author | null
  /**
   * Writes what `entry` is about, if it is still at that revision (0: it is not there). Null deletes it. Where a colleague was faster
   * nothing is written, and what they wrote is `theirs`.
   */
  write(entry: Pick<SharedEntry, 'kind' | 'id' | 'revision'>, value: object | null): Promise<WriteOutcome>
  start(): void
  stop(): void
}

export type WriteOutcome =
  | { readonly kind: 'written'; readonly entry: SharedEntry }
  | { readonly kind: 'too-late'; readonly theirs: SharedEntry }
  | { readonly kind: 'unreachable' }

interface Dependencies {
  readonly membership: TeamMembership
  readonly ledger: SharedWorkLedger & Pick<EventLedger, 'saveStreamPosition' | 'forgetStream'>
  readonly follow: (followed: FollowedStream) => StreamFollower
  /** The account's own name of an extension. */
  readonly nameOf: (extension: string) => string | null
  readonly clock: Clock
  readonly log: Log
}

/** Far more than anything that is shared takes up. */
const maxValueLength = 65_536

/** Keeps a copy of the team's bucket in the ledger for as long as this app is in a team that shares work. */
export function createSharedWork(dependencies: Dependencies): SharedWork {
  const { membership, ledger, follow, nameOf, clock, log } = dependencies
  const state = createLiveValue(stateOf(membership))
  const changed: SharedWork['changed'] = createSignal()
  let follower: StreamFollower | null = null

  async function take(entry: SharedEntry, position?: { readonly stream: string; readonly seq: number }) {
    const { isNews, changes } = await ledger.takeShared(entry, position)
    if (isNews) changed.emit({ entry, changes })
  }

  /** It comes by the stream too: where the ledger is busy now, that is when it is taken. */
  const takeEarly = (entry: SharedEntry): Promise<void> =>
    take(entry).catch((error: unknown) =>
      log.warn('What is shared could not be kept at once', { error: String(error) })
    )

  function followTeam(): void {
    follower?.stop()
    follower = null
    state.set(stateOf(membership))
    const joined = membership.joined.get()
    if (joined === null || !joined.access.sharesWork) return
    const { team, connection, access } = joined
    const stream = `${access.accountId} ${workStream.name} ${team}`
    follower = follow({
      connection,
      state: membership.state,
      stream: workStream,
      filters: workFilters(access),
      readPosition: () => ledger.openShared(stream),
      async take(message, seq) {
        const entry = entryOf(message)
        const position = { stream, seq }
        if (entry === null) await ledger.saveStreamPosition(position)
        else await take(entry, position)
      },
      savePosition: (seq) => ledger.saveStreamPosition({ stream, seq }),
      forgetPosition: async () => void (await ledger.forgetStream(stream, null)),
      // A bucket keeps the newest of every key, deletions too.
      endsBefore: () => true,
      clock,
      log
    })
    follower.start()
  }

  async function writeIn(
    joined: Joined,
    { kind, id, revision }: SharedKey,
    value: string | null
  ): Promise<Exclude<WriteOutcome, { kind: 'unreachable' }>> {
    const { connection, access } = joined
    const key = workKey(access.accountId, kind, id)
    const written = await connection.put(workBucket, key, value === null ? null : encoded(value), revision)
    if (written !== null) return { kind: 'written', entry: { kind, id, revision: written, value } }
    const found = await connection.get(workBucket, key)
    // An administrator has purged what was here: nobody's is written over.
    if (found === null && revision > 0) return writeIn(joined, { kind, id, revision: 0 }, value)
    const theirs = found?.value ? decoded(found.value) : null
    return { kind: 'too-late', theirs: { kind, id, revision: found?.revision ?? 0, value: theirs } }
  }

  const stops = [
    membership.joined.watch(followTeam),
    membership.state.watch(() => state.set(stateOf(membership)))
  ]

  return {
    state,
    changed,
    me() {
      const extension = membership.joined.get()?.access.extension
      return extension === undefined ? null : { extension, name: nameOf(extension) }
    },
    async write(entry, value) {
      const joined = membership.joined.get()
      if (joined === null || state.get() !== 'connected') return { kind: 'unreachable' }
      try {
        const outcome = await writeIn(joined, entry, value === null ? null : JSON.stringify(value))
        await takeEarly(outcome.kind === 'written' ? outcome.entry : outcome.theirs)
        return outcome
      } catch (error) {
        log.warn('What is shared could not be written', { error: String(error) })
        return { kind: 'unreachable' }
      }
    },
    start: followTeam,
    stop() {
      for (const stop of stops) stop()
      follower?.stop()
    }
  }
}

type SharedKey = Pick<SharedEntry, 'kind' | 'id' | 'revision'>

function stateOf({ joined, state }: TeamMembership): 'connected' | 'offline' | null {
  if (joined.get()?.access.sharesWork !== true) return null
  return state.get()?.state === 'connected' ? 'connected' : 'offline'
}

/** What a message of the bucket's stream says; null where this version does not know what it is about. */
function entryOf({ subject, seq, data, isDeleted }: StreamMessage): SharedEntry | null {
  const about = readWorkKey(subject)
  return about === null ? null : { ...about, revision: seq, value: isDeleted ? null : decoded(data) }
}

const encoded = (value: string): Uint8Array => new TextEncoder().encode(value)
const decoded = (data: Uint8Array): string | null =>
  data.length > maxValueLength ? null : new TextDecoder().decode(data)
