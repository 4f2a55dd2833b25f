import {
  differenceTo,
  type PresenceView,
  packed,
  presenceOf,
  presenceSnapshotSchema,
  presenceSubject,
  type ToldPresence,
  teamKeys,
  unpacked,
  withDifference
} from '../../main/core/team/index.ts'
import type { ApiAvailability } from '../../main/core/voice360/index.ts'
import type { TeamBoard } from './team-board.ts'

/** What everybody with one view of presence has been told. */
export interface SharedPresence {
  /** Null before it was ever told. */
  revision(): number | null
  /** Tells everybody where it is another than before; nothing where it is not. Rejects where that did not work. */
  share(people: readonly ApiAvailability[], atMs: number): Promise<void>
}

interface Told {
  readonly revision: number
  /** Null where there is nothing, or nothing that can be read. */
  readonly presence: ToldPresence | null
}

export function createSharedPresence(
  accountId: number,
  view: PresenceView,
  board: TeamBoard
): SharedPresence {
  const key = teamKeys(accountId).presence(view)
  /** Null where it has to be looked up first: another leader may have told the last version. */
  let told: Told | null = null

  async function lookUp(): Promise<Told> {
    const kept = await board.read(key)
    if (kept === null) return { revision: 0, presence: null }
    const snapshot = unpacked(presenceSnapshotSchema, kept.value)
    return { revision: kept.revision, presence: snapshot && presenceOf(snapshot, kept.revision) }
  }

  async function tell(before: Told, all: readonly ApiAvailability[], atMs: number): Promise<Told> {
    const people = view === 'with-calls' ? all : all.map((person) => ({ ...person, channels: null }))
    const difference = before.presence && differenceTo(before.presence, people, atMs)
    if (before.presence !== null && difference === null) return before
    const revision = await board.write(key, await packed({ atMs, people }), before.revision)
    if (before.presence === null || difference === null)
      return { revision, presence: presenceOf({ atMs, people: [...people] }, revision) }
    const news = { atMs, fromRevision: before.revision, toRevision: revision, ...difference }
    board.tell(presenceSubject(accountId, view), await packed(news))
    // Not what was read: of calls that go on, differences that are too small to be told are not to add up.
    return { revision, presence: withDifference(before.presence, news) }
  }

  return {
    revision: () => told?.revision || null,
    async share(people, atMs) {
      const before = told ?? (await lookUp())
      told = null
      told = await tell(before, people, atMs)
    }
  }
}
