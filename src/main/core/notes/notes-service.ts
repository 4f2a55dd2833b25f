import { type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Note } from '../../../shared/domain/note.ts'
import type { Clock, NoteLedger } from '../ports.ts'

/** Notes about people that belong to no single call. */
export interface NotesService {
  /** An empty body takes it away. */
  save(noteId: string, address: string, body: string): Promise<Outcome<Note | null>>
}

interface Dependencies {
  readonly ledger: Pick<NoteLedger, 'saveNote'>
  readonly clock: Clock
  readonly publish: (note: Note, isDeleted: boolean) => void
}

export const createNotesService = ({ ledger, clock, publish }: Dependencies): NotesService => ({
  async save(noteId, address, body) {
    const note = await ledger.saveNote({ id: noteId, address, body, atMs: clock.nowMs() })
    publish(note, body === '')
    return succeeded(body === '' ? null : note)
  }
})
