import { expect, test } from 'vitest'
import { joinTimeline, lastContactBefore } from '../../../../../src/main/core/calls/index.ts'
import type { Shared } from '../../../../../src/main/core/calls/timeline.ts'
import type { Call } from '../../../../../src/shared/domain/call.ts'
import type { Message } from '../../../../../src/shared/domain/message.ts'
import type { TimelineEntry } from '../../../../../src/shared/domain/timeline.ts'
import { call, messageRecord } from '../../../../fakes/sample-records.ts'

const callAt = (id: string, startedAtMs: number) => call({ id, startedAtMs })
const messageAt = (id: string, atMs: number, body = 'Hello'): Message => messageRecord({ id, atMs, body })
const noteAt = (id: string, atMs: number) => ({ id, address: '+15551234567', body: id, atMs })

function join(
  calls: readonly Call[],
  messages: readonly Message[],
  { limit = 10, ...more }: Partial<Pick<Shared, 'notes' | 'gaps'>> & { readonly limit?: number } = {}
) {
  return joinTimeline({ calls, messages, notes: [], gaps: [], ...more }, limit)
}

function idOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'call':
      return entry.call.id
    case 'message':
      return entry.message.id
    case 'note':
      return entry.note.id
    case 'gap':
      return 'gap'
  }
}
const idsOf = (timeline: readonly TimelineEntry[]) => timeline.map(idOf)

test('calls and messages are one list, oldest first', () => {
  const timeline = join(
    [callAt('second call', 30), callAt('first call', 10)],
    [messageAt('first message', 20), messageAt('second message', 40)]
  )
  expect(idsOf(timeline)).toEqual(['first call', 'first message', 'second call', 'second message'])
  expect(timeline.map(({ atMs }) => atMs)).toEqual([10, 20, 30, 40])
})

test('of a long one the newest are kept', () => {
  const calls = Array.from({ length: 50 }, (_, index) => callAt(`call ${index}`, index * 10))
  expect(idsOf(join(calls, [messageAt('last', 1_000)], { limit: 3 }))).toEqual(['call 48', 'call 49', 'last'])
})

test('the last contact before a call is not the call itself', () => {
  const timeline = join([callAt('old', 10), callAt('now', 30)], [messageAt('text', 20, 'See you')])
  expect(lastContactBefore(timeline, 'now')).toEqual({ kind: 'message', atMs: 20, text: 'See you' })
  expect(lastContactBefore(join([callAt('old', 10), callAt('now', 30)], []), 'now')).toEqual({
    kind: 'call',
    atMs: 10,
    text: ''
  })
})

test('a first call has none', () => {
  expect(lastContactBefore([], 'now')).toBeNull()
  expect(lastContactBefore(join([callAt('now', 30)], []), 'now')).toBeNull()
})

test('notes stand where they were made, and the gaps since the first entry between them', () => {
  const gaps = [
    { fromMs: 5, toMs: 8 },
    { fromMs: 25, toMs: 28 }
  ]
  const timeline = join([callAt('call', 10)], [messageAt('text', 30)], { notes: [noteAt('note', 20)], gaps })
  expect(idsOf(timeline)).toEqual(['call', 'note', 'gap', 'text'])
})

test("the last contact tells a call's note, or a note about the person", () => {
  const noted = { ...callAt('old', 10), note: 'wants a quote' }
  expect(lastContactBefore(join([noted, callAt('now', 30)], []), 'now')?.text).toBe('wants a quote')
  const withNote = join([callAt('now', 30)], [], {
    notes: [noteAt('likes tea', 20)],
    gaps: [{ fromMs: 21, toMs: 22 }]
  })
  expect(lastContactBefore(withNote, 'now')).toEqual({ kind: 'note', atMs: 20, text: 'likes tea' })
})
