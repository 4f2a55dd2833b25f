import { beforeEach, describe, expect, test } from 'vitest'
import { createLostCallCloser } from '../../../../../src/main/core/calls/close-lost-calls.ts'
import type { CallRecord } from '../../../../../src/main/core/calls/index.ts'
import { type LedgerChanges, LedgerUnavailable, noChanges } from '../../../../../src/main/core/ports.ts'
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
  expect(ledger.observations).toMatchObject([{ callId: 'old' }])
  calls.callChanged(ringing({ id: 'new', state: 'missed' }))
  await clock.advance(10 * minuteMs)
  expect(ledger.observations).toHaveLength(1)
})

test('what an earlier run left open did not go on while the app was off for longer than a call lasts', async () => {
  const yesterdayMs = clock.nowMs() - 14 * 60 * minuteMs
  ledger.calls = [
    ringing({ id: 'rang', startedAtMs: yesterdayMs }),
    answered({ id: 'talked', startedAtMs: yesterdayMs, answeredAtMs: yesterdayMs })
  ]
  await closer().start()
  expect(ledger.observations).toMatchObject([
    { callId: 'rang', atMs: yesterdayMs + 3 * minuteMs },
    { callId: 'talked', atMs: yesterdayMs + 240 * minuteMs }
  ])
})

describe('a call that was only seen', () => {
  const seenOnly = (change: Partial<CallRecord> = {}) =>
    answered({ answeredAtMs: null, isSeenOnly: true, ...change })

  test('ends when it was last seen', async () => {
    const calls = closer()
    await calls.start()
    calls.callChanged(seenOnly())
    await clock.advance(4_000)
    calls.presenceRead(presence(caller))
    const lastSeenAtMs = clock.nowMs()
    for (let poll = 0; poll < 2; poll += 1) {
      await clock.advance(4_000)
      calls.presenceRead(presence())
    }
    expect(ledger.observations).toMatchObject([{ kind: 'gone', atMs: lastSeenAtMs }])
  })

  test('and that is gone since an earlier run takes no time, as nothing tells how long it went on', async () => {
    const startedAtMs = clock.nowMs() - 10 * minuteMs
    ledger.calls = [seenOnly({ startedAtMs })]
    const calls = closer()
    await calls.start()
    for (let poll = 0; poll < 2; poll += 1) calls.presenceRead(presence())
    expect(ledger.observations).toMatchObject([{ kind: 'gone', atMs: startedAtMs }])
  })

  test('is not given up as long as people may talk', async () => {
    const calls = closer()
    await calls.start()
    calls.callChanged(seenOnly())
    await clock.advance(240 * minuteMs)
    expect(ledger.observations).toEqual([])
    await clock.advance(minuteMs)
    expect(ledger.observations).toMatchObject([{ kind: 'expired' }])
  })
})

test('callers without a number are told apart by the phone', async () => {
  const calls = closer()
  await calls.start()
  calls.callChanged(answered({ id: 'a', otherAddress: '' }))
  calls.callChanged(answered({ id: 'b', otherAddress: '', agentExtension: '1003' }))
  calls.presenceRead(presence(''))
  for (let poll = 0; poll < 2; poll += 1) calls.presenceRead(presence())
  expect(ledger.observations).toMatchObject([{ kind: 'gone', callId: 'a' }])
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

describe('an end that could not be written', () => {
  const failures: unknown[] = []
  let observed: readonly string[]
  let answers: PromiseWithResolvers<LedgerChanges>[]
  beforeEach(() => {
    failures.length = 0
    observed = []
    answers = []
  })

  async function withOneEndUnderWay() {
    const calls = createLostCallCloser({
      ledger: {
        listRunningCalls: () => Promise.resolve([]),
        observeCall(observation) {
          observed = [...observed, observation.kind]
          const answer = Promise.withResolvers<LedgerChanges>()
          answers.push(answer)
          return answer.promise
        }
      },
      clock,
      newId: () => 'o',
      publish: () => {},
      onFailure: (error) => failures.push(error)
    })
    await calls.start()
    calls.callChanged(ringing({ id: 'a' }))
    await clock.advance(4 * minuteMs)
    return calls
  }

  test('is written by the next sweep, once', async () => {
    await withOneEndUnderWay()
    expect(observed).toEqual(['expired'])
    answers[0]?.reject(new LedgerUnavailable('The disk is full'))
    await clock.advance(minuteMs)
    expect(failures).toEqual([new LedgerUnavailable('The disk is full')])
    expect(observed).toEqual(['expired', 'expired'])
    answers[1]?.resolve(noChanges)
    await clock.advance(10 * minuteMs)
    expect(observed).toHaveLength(2)
  })

  test('does not bring back the call as it was before a change that came meanwhile', async () => {
    const calls = await withOneEndUnderWay()
    calls.callChanged(answered({ id: 'a' }))
    answers[0]?.reject(new LedgerUnavailable('The disk is full'))
    await clock.advance(60 * minuteMs)
    expect(observed).toEqual(['expired'])
  })
})
