import type { Intent, IntentOutcome } from '../core/intent.ts'
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
    orphans: (): readonly Intent[] => selectOrphans.all().map(intentOf)
  }
}

const intentOf = ({ content }: IntentRow): Intent => JSON.parse(content)
