import { expect, test } from 'vitest'
import { joinTimeline, lastContactBefore } from '../../../../../src/main/core/calls/index.ts'
import type { Message } from '../../../../../src/shared/domain/message.ts'
import { call, messageRecord } from '../../../../fakes/sample-records.ts'

const callAt = (id: string, startedAtMs: number) => call({ id, startedAtMs })
const messageAt = (id: string, atMs: number, body = 'Hello'): Message => messageRecord({ id, atMs, body })
const idsOf = (timeline: ReturnType<typeof joinTimeline>) =>
  timeline.map((entry) => (entry.kind === 'call' ? entry.call.id : entry.message.id))

test('calls and messages are one list, oldest first', () => {
  const timeline = joinTimeline(
    [callAt('second call', 30), callAt('first call', 10)],
    [messageAt('first message', 20), messageAt('second message', 40)],
    10
  )
  expect(idsOf(timeline)).toEqual(['first call', 'first message', 'second call', 'second message'])
  expect(timeline.map(({ atMs }) => atMs)).toEqual([10, 20, 30, 40])
})

test('of a long one the newest are kept', () => {
  const calls = Array.from({ length: 50 }, (_, index) => callAt(`call ${index}`, index * 10))
  expect(idsOf(joinTimeline(calls, [messageAt('last', 1_000)], 3))).toEqual(['call 48', 'call 49', 'last'])
})

test('the last contact before a call is not the call itself', () => {
  const timeline = joinTimeline(
    [callAt('old', 10), callAt('now', 30)],
    [messageAt('text', 20, 'See you')],
    10
  )
  expect(lastContactBefore(timeline, 'now')).toEqual({ kind: 'message', atMs: 20, text: 'See you' })
  expect(lastContactBefore(joinTimeline([callAt('old', 10), callAt('now', 30)], [], 10), 'now')).toEqual({
    kind: 'call',
    atMs: 10,
    text: ''
  })
})

test('a first call has none', () => {
  expect(lastContactBefore([], 'now')).toBeNull()
  expect(lastContactBefore(joinTimeline([callAt('now', 30)], [], 10), 'now')).toBeNull()
})
