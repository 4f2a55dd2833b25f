import { expect, test } from 'vitest'
import { createNotesService } from '../../../../../src/main/core/notes/index.ts'
import type { Note } from '../../../../../src/shared/domain/note.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import { createManualClock } from '../../../../fakes/manual-clock.ts'

test('a note is kept and told; emptied, it is taken away', async () => {
  const ledger = new InMemoryLedger()
  const told: (readonly [Note, boolean])[] = []
  const clock = createManualClock()
  const notes = createNotesService({ ledger, clock, publish: (...news) => void told.push(news) })
  const note = { id: 'n1', address: '+15551234567', body: 'likes tea', atMs: clock.nowMs() }
  expect(await notes.save('n1', note.address, 'likes tea')).toEqual({ ok: true, value: note })
  expect(ledger.notes).toEqual([note])
  expect(await notes.save('n1', note.address, '')).toEqual({ ok: true, value: null })
  expect(ledger.notes).toEqual([])
  expect(told.map(([, isDeleted]) => isDeleted)).toEqual([false, true])
})
