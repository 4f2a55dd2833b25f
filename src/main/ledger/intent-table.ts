import type { Intent, IntentOutcome, PastDial } from '../core/intent.ts'
import type { Database } from './open-database.ts'

interface IntentRow {
  readonly content: string
}

/** Everything this app meant to ask of Voice360, and what came of it. */
export function createIntentTable(database: Database) {
  const insert = database.prepare(
    'INSERT INTO intents (id, created_at_ms, content) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING'
  )
  const select = database.prepare<[string], IntentRow>('SELECT content FROM intents WHERE id = ?')
  const settle = database.prepare('UPDATE intents SET outcome = ? WHERE id = ?')
  const selectOrphans = database.prepare<[], IntentRow>(
    'SELECT content FROM intents WHERE outcome IS NULL ORDER BY created_at_ms'
  )

  const selectSettled = database.prepare<[], IntentRow & { readonly outcome: string }>(
    'SELECT content, outcome FROM intents WHERE outcome IS NOT NULL ORDER BY created_at_ms'
  )
  const selectLastDials = database.prepare<[number], IntentRow & { readonly isSure: number }>(
    `SELECT content, coalesce(json_extract(outcome, '$.state'), '') = 'accepted' AS isSure, max(created_at_ms)
     FROM intents WHERE json_extract(content, '$.kind') = 'dial'
       AND coalesce(json_extract(outcome, '$.state'), '') <> 'refused'
     GROUP BY json_extract(content, '$.to') ORDER BY max(created_at_ms) DESC LIMIT ?`
  )
  const remove = database.prepare('DELETE FROM intents WHERE id = ?')
  const removeDialsTo = database.prepare(
    `DELETE FROM intents WHERE json_extract(content, '$.kind') = 'dial' AND json_extract(content, '$.to') = ?`
  )
  const removeOld = database.prepare('DELETE FROM intents WHERE created_at_ms < ? AND outcome IS NOT NULL')

  return {
    /** False where an intent of that id is already there. */
    add: (intent: Intent): boolean =>
      insert.run(intent.id, intent.createdAtMs, JSON.stringify(intent)).changes > 0,
    settle(id: string, outcome: IntentOutcome): Intent {
      const row = select.get(id)
      if (row === undefined) throw new Error(`There is no intent ${id}`)
      settle.run(JSON.stringify(outcome), id)
      return intentOf(row)
    },
    lastDials: (limit: number): readonly PastDial[] =>
      selectLastDials.all(limit).flatMap((row) => {
        const intent = intentOf(row)
        return intent.kind === 'dial' ? [{ ...intent, isUnsure: row.isSure === 0 }] : []
      }),
    orphans: (): readonly Intent[] => selectOrphans.all().map(intentOf),
    settled: (): readonly { readonly intent: Intent; readonly outcome: IntentOutcome }[] =>
      selectSettled.all().map((row) => ({ intent: intentOf(row), outcome: JSON.parse(row.outcome) })),
    remove: (id: string): void => void remove.run(id),
    removeDialsTo: (address: string): void => void removeDialsTo.run(address),
    removeOld: (beforeMs: number): void => void removeOld.run(beforeMs)
  }
}

const intentOf = ({ content }: IntentRow): Intent => JSON.parse(content)
