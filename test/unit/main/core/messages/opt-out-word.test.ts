import { expect, test } from 'vitest'
import { laterStop, stopOf } from '../../../../../src/main/core/messages/index.ts'
import { fact, startMs, theirs } from './message-facts.ts'

const said = (body: string) => stopOf(fact('received', { body }))?.isStopped ?? null

test.each([
  'STOP',
  'stop',
  ' Stop. ',
  'STOP!!',
  'StopAll',
  'unsubscribe',
  'Cancel',
  'END',
  'quit…',
  '\nSTOP\n'
])('%j asks for no more messages', (body) => expect(said(body)).toBe(true))

test.each(['START', 'Start.', 'unstop', 'YES!'])('%j asks for some again', (body) =>
  expect(said(body)).toBe(false)
)

test.each(['Please stop', 'STOP IT', 'STOPP', 'stop by at noon', '.', '', 'yes please'])(
  '%j says nothing of that',
  (body) => expect(said(body)).toBeNull()
)

test('only who wrote it is meant, and only what was received counts', () => {
  expect(stopOf(fact('received', { body: 'STOP' }))).toEqual({
    address: theirs,
    isStopped: true,
    atMs: startMs
  })
  expect(stopOf(fact('sent', { body: 'STOP' }))).toBeNull()
  expect(stopOf(fact('received', { body: 'STOP', from: '' }))).toBeNull()
})

test('the later word counts; of two at one time, the one that asks for no more', () => {
  const stop = { address: theirs, isStopped: true, atMs: 10 }
  const start = { address: theirs, isStopped: false, atMs: 20 }
  expect([laterStop(stop, start), laterStop(start, stop)]).toEqual([start, start])
  const sameTime = { ...start, atMs: 10 }
  expect([laterStop(stop, sameTime), laterStop(sameTime, stop)]).toEqual([stop, stop])
})
