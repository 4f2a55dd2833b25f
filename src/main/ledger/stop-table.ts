import { laterStop, type StopRecord } from '../core/messages/index.ts'
import type { Database } from './open-database.ts'

interface StopRow {
  readonly address: string
  readonly is_stopped: number
  readonly at_ms: number
}

/**
 * The last word of each number on whether it wants messages. It stays when the person is forgotten, or when what they wrote grows
 * too old: it is their own wish, and forgetting it would have them written to again.
 */
export function createStopTable(database: Database) {
  const upsert = database.prepare(
    'INSERT OR REPLACE INTO stops (address, is_stopped, at_ms) VALUES (?, ?, ?)'
  )
  const select = database.prepare<[string], StopRow>('SELECT * FROM stops WHERE address = ?')
  const get = (address: string): StopRecord | null => select.all(address).map(stopOf)[0] ?? null

  return {
    get,
    /** The later word counts; answers the one that does, and whether it is this one and was not known. */
    save(stop: StopRecord): { readonly last: StopRecord; readonly isNew: boolean } {
      const before = get(stop.address)
      const last = before === null ? stop : laterStop(before, stop)
      if (last !== stop) return { last, isNew: false }
      upsert.run(stop.address, stop.isStopped ? 1 : 0, stop.atMs)
      return { last, isNew: true }
    }
  }
}

const stopOf = ({ address, is_stopped, at_ms }: StopRow): StopRecord => ({
  address,
  isStopped: is_stopped === 1,
  atMs: at_ms
})
