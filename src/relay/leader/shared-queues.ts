import { packed, queuesSnapshotSchema, teamKeys, unpacked } from '../../main/core/team/index.ts'
import type { ApiQueueAvailability } from '../../main/core/voice360/index.ts'
import type { TeamBoard } from './team-board.ts'

/** What everybody has been told of the queues. */
export interface SharedQueues {
  /** Null before it was ever told. */
  revision(): number | null
  /** Writes them where they are others than before, and says whether they were. Rejects where that did not work. */
  share(queues: readonly ApiQueueAvailability[], atMs: number): Promise<boolean>
}

export function createSharedQueues(accountId: number, board: TeamBoard): SharedQueues {
  const key = teamKeys(accountId).queues
  /** Null where it has to be looked up first. */
  let told: { readonly revision: number; readonly text: string } | null = null

  async function lookUp() {
    const kept = await board.read(key)
    const snapshot = kept && unpacked(queuesSnapshotSchema, kept.value)
    return { revision: kept?.revision ?? 0, text: JSON.stringify(snapshot?.queues) }
  }

  return {
    revision: () => told?.revision || null,
    async share(queues, atMs) {
      const before = told ?? (await lookUp())
      told = before
      const text = JSON.stringify(queues)
      if (text === before.text) return false
      told = null
      const revision = await board.write(key, await packed({ atMs, queues }), before.revision)
      told = { revision, text }
      return true
    }
  }
}
