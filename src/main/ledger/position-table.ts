import type { StreamPosition } from '../core/ports.ts'
import type { Database } from './open-database.ts'

/** How far each stream has come in. */
export function createPositionTable(database: Database) {
  const select = database
    .prepare<[string], number>('SELECT seq FROM stream_positions WHERE stream = ?')
    .pluck()
  const upsert = database.prepare(
    `INSERT INTO stream_positions (stream, seq) VALUES (?, ?)
     ON CONFLICT (stream) DO UPDATE SET seq = max(seq, excluded.seq)`
  )
  const remove = database.prepare('DELETE FROM stream_positions WHERE stream = ?')
  return {
    /** 0 where nothing is known of it. */
    read: (stream: string): number => select.get(stream) ?? 0,
    /** Moves it on; never back. */
    moveOn: ({ stream, seq }: StreamPosition): void => void upsert.run(stream, seq),
    forget: (stream: string): void => void remove.run(stream)
  }
}

export type PositionTable = ReturnType<typeof createPositionTable>
