import type { Database } from './open-database.ts'

interface MarksRow {
  readonly call_id: string
  readonly is_read: number
  readonly note: string | null
  readonly outcome: string | null
  readonly is_note_shared: 0 | 1
}

/** What the user says of calls: read, a note, what came of it. Kept apart, since calls can be made anew. */
export function createCallMarks(database: Database) {
  const ensure = database.prepare('INSERT INTO call_marks (call_id) VALUES (?) ON CONFLICT DO NOTHING')
  const setRead = database.prepare('UPDATE call_marks SET is_read = 1 WHERE call_id = ?')
  const clearUnread = database.prepare('UPDATE calls SET is_unread = 0 WHERE id = ?')
  const setNote = database.prepare('UPDATE call_marks SET note = ?, is_note_shared = ? WHERE call_id = ?')
  const setOutcome = database.prepare('UPDATE call_marks SET outcome = ? WHERE call_id = ?')
  const select = database.prepare<[string], MarksRow>('SELECT * FROM call_marks WHERE call_id = ?')
  const merge = database.prepare(
    `UPDATE call_marks SET is_read = max(is_read, ?), note = coalesce(note || char(10) || ?, note, ?),
       is_note_shared = CASE WHEN note IS NULL THEN ? ELSE is_note_shared * (? IS NULL) END,
       outcome = coalesce(outcome, ?) WHERE call_id = ?`
  )
  const remove = database.prepare('DELETE FROM call_marks WHERE call_id = ?')
  const selectStray = database.prepare<[], MarksRow>(
    'SELECT * FROM call_marks WHERE call_id NOT IN (SELECT id FROM calls)'
  )

  function move(from: string, to: string): void {
    const marks = select.get(from)
    if (marks === undefined) return
    ensure.run(to)
    const { is_read: isRead, note, is_note_shared: isShared, outcome } = marks
    merge.run(isRead, note, note, isShared, note, outcome, to)
    remove.run(from)
  }

  return {
    markRead(id: string): void {
      ensure.run(id)
      setRead.run(id)
      clearUnread.run(id)
    },
    /** `isShared`: it is the team's note too, as it stands. */
    setNote(id: string, note: string | null, isShared: boolean): void {
      ensure.run(id)
      setNote.run(note, isShared ? 1 : 0, id)
    },
    setOutcome(id: string, outcome: string | null): void {
      ensure.run(id)
      setOutcome.run(outcome, id)
    },
    /** Gives what was said of a call to the one that it turned out to be part of; neither's note is lost. */
    move,
    remove: (id: string): void => void remove.run(id),
    /** The ids of calls that something is said of and that are no more. */
    strays: (): readonly string[] => selectStray.all().map((row) => row.call_id)
  }
}
