import { beforeEach, expect, test } from 'vitest'
import { type CallRecord, createLostCallCloser } from '../../../../../src/main/core/calls/index.ts'
import { type Presence, unknownPresence } from '../../../../../src/shared/domain/presence.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import { createManualClock } from '../../../../fakes/manual-clock.ts'
import { number } from '../../../../fakes/sample-office.ts'
import { callRecord } from '../../../../fakes/sample-records.ts'

const caller = '+15551234567'
const minuteMs = 60_000

let ledger: InMemoryLedger
let clock: ReturnType<typeof createManualClock>
const closer = () =>
  createLostCallCloser({
    ledger,
    clock,
    newId: () => `o${ledger.observations.length + 1}`,
    publish: () => {},
    onFailure: (error) => {
      throw error
    }
  })

beforeEach(() => {
  ledger = new InMemoryLedger()
  clock = createManualClock()
})

const ringing = (change: Partial<CallRecord> = {}) =>
  callRecord({ otherAddress: caller, startedAtMs: clock.nowMs(), ...change })
const answered = (change: Partial<CallRecord> = {}) =>
  ringing({ state: 'answered', answeredAtMs: clock.nowMs(), agentExtension: '1002', ...change })

const presence = (...talking: readonly string[]): Presence => ({
  ...unknownPresence,
  detail: 'with-calls',
  asOfMs: clock.nowMs(),
  colleagues: [
    {
      extension: '1002',
      name: 'Ben',
      isMe: false,
      isOnline: true,
      calls: talking.map((address) => ({ direction: 'inbound', other: number(address), startedAtMs: 0 }))
    }
  ]
})

test('a call whose channel is gone in two polls is closed at the second', async () => {
  const calls = closer()
  await calls.start()
  calls.callChanged(answered({ id: 'a' }))
  calls.presenceRead(presence(caller))
  calls.presenceRead(presence())
  expect(ledger.observations).toEqual([])
  await clock.advance(4_000)
  calls.presenceRead(presence())
  expect(ledger.observations).toEqual([{ id: 'o1', kind: 'gone', callId: 'a', atMs: clock.nowMs() }])
})

test('one poll without it, as in a transfer, closes nothing', async () => {
  const calls = closer()
  await calls.start()
  calls.callChanged(answered())
  for (const seen of [presence(caller), presence(), presence(caller), presence()]) calls.presenceRead(seen)
  expect(ledger.observations).toEqual([])
})

test('a channel that presence never showed is not missed, and stale or meagre presence proves nothing', async () => {
  const calls = closer()
  await calls.start()
  calls.callChanged(answered())
  calls.presenceRead(presence())
  calls.presenceRead(presence())
  calls.presenceRead(presence(caller))
  for (let poll = 0; poll < 3; poll += 1) {
    calls.presenceRead({ ...presence(), staleSinceMs: 1 })
    calls.presenceRead({ ...presence(), detail: 'online-only' })
  }
  expect(ledger.observations).toEqual([])
})

test.each([
  ['a phone that rings', {}, 3 * minuteMs],
  ['a caller in a queue', { queueName: 'Sales' }, 60 * minuteMs],
  ['people who talk', { state: 'answered', answeredAtMs: 0 }, 240 * minuteMs]
] as const)('without presence, %s is given up after its limit', async (_who, change, limitMs) => {
  const calls = closer()
  await calls.start()
  const startedAtMs = clock.nowMs()
  calls.callChanged(ringing({ ...change, ...('answeredAtMs' in change && { answeredAtMs: startedAtMs }) }))
  await clock.advance(limitMs)
  expect(ledger.observations).toEqual([])
  await clock.advance(minuteMs)
  expect(ledger.observations).toMatchObject([{ kind: 'expired', callId: 'call-1' }])
})

test('what an earlier run left open is taken up, and what ended meanwhile is let go', async () => {
  ledger.calls = [ringing({ id: 'old', startedAtMs: clock.nowMs() - 10 * minuteMs }), ringing({ id: 'new' })]
  const calls = closer()
  await calls.start()
  expect(ledger.observations.map(({ callId }) => callId)).toEqual(['old'])
  calls.callChanged(ringing({ id: 'new', state: 'missed' }))
  await clock.advance(10 * minuteMs)
  expect(ledger.observations).toHaveLength(1)
})

test('a call that became part of another is let go', async () => {
  const calls = closer()
  await calls.start()
  calls.callChanged(ringing({ id: 'a' }))
  calls.callRemoved('a')
  await clock.advance(10 * minuteMs)
  expect(ledger.observations).toEqual([])
})

test('stopped, it looks no more', async () => {
  const calls = closer()
  await calls.start()
  calls.callChanged(ringing())
  calls.stop()
  await clock.advance(10 * minuteMs)
  expect(ledger.observations).toEqual([])
})
