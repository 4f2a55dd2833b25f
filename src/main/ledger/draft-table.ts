import type { DraftRecord } from '../core/messages/index.ts'
import type { Database } from './open-database.ts'

interface DraftRow {
  readonly address: string
  readonly body: string
  readonly line: string | null
  readonly intent_id: string | null
  readonly was_tried: number
}

/** Messages being written, one an address. */
export function createDraftTable(database: Database) {
  const upsert = database.prepare(
    'INSERT OR REPLACE INTO drafts (address, body, line, intent_id, was_tried) VALUES (?, ?, ?, ?, ?)'
  )
  const remove = database.prepare('DELETE FROM drafts WHERE address = ?')
  const selectAll = database.prepare<[], DraftRow>('SELECT * FROM drafts ORDER BY address')
  const takeOf = database.prepare<[string], DraftRow>('DELETE FROM drafts WHERE intent_id = ? RETURNING *')

  return {
    list: (): readonly DraftRecord[] => selectAll.all().map(draftOf),
    save: ({ address, body, line, intentId, wasTried }: DraftRecord): void =>
      void upsert.run(address, body, line, intentId, wasTried ? 1 : 0),
    remove: (address: string): void => void remove.run(address),
    /** Deletes those of an intent, and answers what they were. */
    takeOf: (intentId: string): readonly DraftRecord[] => takeOf.all(intentId).map(draftOf)
  }
}

const draftOf = ({ address, body, line, intent_id, was_tried }: DraftRow): DraftRecord => ({
  address,
  body,
  line,
  intentId: intent_id,
  wasTried: was_tried === 1
})
