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
  more: Partial<Pick<Shared, 'notes' | 'gaps'>> = {}
) {
  return joinTimeline({ calls, messages, notes: [], gaps: [], ...more })
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

test('what happened at one time is in one order, whatever was read first', () => {
  const calls = [callAt('b', 10), callAt('a', 10)]
  const more = { notes: [noteAt('note', 10)], gaps: [{ fromMs: 10, toMs: 20, reason: null }] }
  expect(idsOf(join(calls, [messageAt('text', 10)], more))).toEqual(['a', 'b', 'text', 'note', 'gap'])
  expect(idsOf(join(calls.toReversed(), [messageAt('text', 10)], more))).toEqual([
    'a',
    'b',
    'text',
    'note',
    'gap'
  ])
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

test('notes stand where they were made, and gaps where they began', () => {
  const gaps = [{ fromMs: 25, toMs: 28, reason: null }]
  const timeline = join([callAt('call', 10)], [messageAt('text', 30)], { notes: [noteAt('note', 20)], gaps })
  expect(idsOf(timeline)).toEqual(['call', 'note', 'gap', 'text'])
})

test("the last contact tells a call's note, or a note about the person", () => {
  const noted = { ...callAt('old', 10), note: 'wants a quote' }
  expect(lastContactBefore(join([noted, callAt('now', 30)], []), 'now')?.text).toBe('wants a quote')
  const withNote = join([callAt('now', 30)], [], {
    notes: [noteAt('likes tea', 20)],
    gaps: [{ fromMs: 21, toMs: 22, reason: null }]
  })
  expect(lastContactBefore(withNote, 'now')).toEqual({ kind: 'note', atMs: 20, text: 'likes tea' })
})
