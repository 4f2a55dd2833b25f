import { beforeEach, describe, expect, test } from 'vitest'
import { maxMessagesPerMinute } from '../../../../../../src/main/core/messages/send-budget.ts'
import type { ApiResult } from '../../../../../../src/main/core/voice360/index.ts'
import { settled } from '../../../../../fakes/manual-clock.ts'
import {
  myFax,
  myLine,
  type OpenedMessaging,
  openMessaging,
  theirNumber
} from '../../../../../fakes/open-messaging.ts'
import { refusedWith } from '../../../../../fakes/stub-api.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const [one, two, three] = [
  '3f9b0f6e-6d0f-4b6e-9d51-0c6d2a1f7a11',
  '3f9b0f6e-6d0f-4b6e-9d51-0c6d2a1f7a12',
  '3f9b0f6e-6d0f-4b6e-9d51-0c6d2a1f7a13'
] as const

let it: OpenedMessaging

beforeEach(async () => {
  it = await openMessaging()
  it.scheduled.start()
})

type Request = Parameters<OpenedMessaging['scheduled']['schedule']>[0]
const schedule = (change: Partial<Request> = {}) =>
  it.scheduled.schedule({
    messages: [{ id: one, body: 'One' }],
    line: myLine,
    to: theirNumber,
    dueAtMs: it.clock.nowMs() + hourMs,
    isDespiteStop: false,
    ...change
  })
const parts = [
  { id: one, body: 'One' },
  { id: two, body: 'Two' },
  { id: three, body: 'Three' }
]
const sent = () => it.requests.map(({ message }) => message)
/** The rest of a run that ended: the same ledger, and what it left without an outcome is unknown. */
async function restart(): Promise<void> {
  it.scheduled.stop()
  for (const id of it.ledger.intents.keys())
    if (!it.ledger.outcomes.has(id))
      it.ledger.outcomes.set(id, { state: 'unknown', reason: 'interrupted', atMs: 0 })
  it = await openMessaging(it.ledger, it.clock)
}
const waiting = async () =>
  (await it.scheduled.list()).map(({ body, heldBecause }) => `${body} ${heldBecause ?? 'waits'}`)

/** Answers that a test gives one by one. */
function answeredByHand() {
  const waitingFor: ((result: ApiResult<{ message_id: string | null }>) => void)[] = []
  it.world.sendMessage = () => new Promise((resolve) => void waitingFor.push(resolve))
  return async (
    result: ApiResult<{ message_id: string | null }> = { ok: true, value: { message_id: null } }
  ) => {
    waitingFor.shift()?.(result)
    await settled()
  }
}

describe('a scheduled message', () => {
  test('waits for its time, is told of, and goes out by then', async () => {
    expect(await schedule({ line: '(555) 123-4567', to: '212 555 0101' })).toMatchObject({
      ok: true,
      value: [{ id: one, line: myLine, other: { address: theirNumber }, body: 'One', heldBecause: null }]
    })
    await it.clock.advance(hourMs - 1)
    expect(sent()).toEqual([])
    expect(await waiting()).toEqual(['One waits'])
    await it.clock.advance(1)
    expect(it.requests).toEqual([{ from: myLine, to: theirNumber, message: 'One' }])
    expect(it.ledger.intents.has(one)).toBe(true)
    expect(it.toldOn('messages:scheduled-changed').map((list) => list.length)).toEqual([1, 0])
    expect(it.notifications).toEqual([])
  })

  test('a year ahead keeps its time', async () => {
    await schedule({ dueAtMs: it.clock.nowMs() + 60 * 24 * hourMs })
    await it.clock.advance(60 * 24 * hourMs - minuteMs)
    expect(sent()).toEqual([])
    await it.clock.advance(minuteMs)
    expect(sent()).toEqual(['One'])
  })

  test.each([
    ['too long', { messages: [parts[0], { id: two, body: 'x'.repeat(161) }] }, 'not-sendable'],
    ['from a line that cannot send', { line: myFax }, 'not-sendable'],
    ['to an extension', { to: '1002' }, 'not-sendable'],
    ['whose time has passed', { dueAtMs: Date.UTC(2026, 0, 15, 10, 28) }, 'not-sendable'],
    ['of a time beyond all plans', { dueAtMs: 1e15 }, 'not-sendable']
  ] as [string, Partial<Request>, string][])('%s is refused, all of it', async (_what, change, code) => {
    expect(await schedule(change)).toMatchObject({ ok: false, failure: { code } })
    expect(it.ledger.scheduled).toEqual([])
  })

  test('is refused where it cannot be kept', async () => {
    it.ledger.unavailable.add('saveScheduled')
    expect(await schedule()).toMatchObject({ ok: false, failure: { code: 'not-stored' } })
  })

  test('asked for twice is one', async () => {
    await Promise.all([schedule({ dueAtMs: null }), schedule({ dueAtMs: null })])
    await settled()
    await schedule({ dueAtMs: null })
    await it.clock.advance(minuteMs)
    expect(sent()).toEqual(['One'])
    expect(await waiting()).toEqual([])
  })

  test('that was refused in its user’s absence is told of', async () => {
    it.world.sendMessage = () => refusedWith({ kind: 'rejected', reason: 'no credit' })
    await schedule()
    await it.clock.advance(hourMs)
    expect(it.notifications).toMatchObject([{ title: expect.stringContaining('scheduledRefused') }])
  })
})

describe('at its time', () => {
  test.each([
    ['signed out', () => (it.world.isSignedIn = false), 'dialing.signedOut'],
    [
      'to a number that asked for no more meanwhile',
      () =>
        (it.ledger.stops = [{ address: theirNumber, isStopped: true, atMs: it.clock.nowMs() + minuteMs }]),
      'messages.stopped'
    ],
    ['from a line that is no longer mine', () => it.lines.current.set([]), 'messages.notMyLine'],
    [
      'with a ledger that cannot be written',
      () => it.ledger.unavailable.add('addIntent'),
      'api.notWrittenDown'
    ]
  ])('%s, it is held with the reason, once', async (_what, happen, reason) => {
    await schedule()
    happen()
    await it.clock.advance(2 * hourMs)
    expect(sent()).toEqual([])
    expect(await waiting()).toEqual([expect.stringContaining(`One ${reason}`)])
    expect(it.notifications).toMatchObject([
      { title: 'notification.scheduledHeld {"count":1}', body: expect.stringContaining(reason) }
    ])
  })

  test('of a STOP that its user knew of, it goes out all the same', async () => {
    it.ledger.stops = [{ address: theirNumber, isStopped: true, atMs: it.clock.nowMs() - 1 }]
    expect(await schedule()).toMatchObject({ ok: false, failure: { code: 'stopped' } })
    await schedule({ isDespiteStop: true })
    await it.clock.advance(hourMs)
    expect(sent()).toEqual(['One'])
  })

  test('of a STOP that was said since its user decided, it is held', async () => {
    it.ledger.stops = [{ address: theirNumber, isStopped: true, atMs: it.clock.nowMs() - 1 }]
    await schedule({ isDespiteStop: true })
    it.ledger.stops = [{ address: theirNumber, isStopped: true, atMs: it.clock.nowMs() + 1 }]
    await it.clock.advance(hourMs)
    expect(sent()).toEqual([])
    expect(await waiting()).toEqual([expect.stringContaining('One messages.stopped')])
  })

  test('late by more than a minute, as after a sleep, it is held; by less it goes out', async () => {
    await schedule()
    await schedule({ messages: [{ id: two, body: 'Two' }], dueAtMs: it.clock.nowMs() + hourMs + 40_000 })
    it.clock.sleep(hourMs + 61_000)
    await it.clock.advance(20_000)
    expect(sent()).toEqual(['Two'])
    expect(await waiting()).toEqual(['One messages.held.late'])
  })

  test('in a minute in which too many went out, it waits for the next', async () => {
    for (let index = 0; index < maxMessagesPerMinute; index += 1)
      await it.messages.send({
        intentId: `intent-${index}`,
        line: myLine,
        to: theirNumber,
        body: 'Hello',
        isDespiteStop: false
      })
    expect(await schedule({ dueAtMs: null })).toMatchObject({ failure: { code: 'too-many' } })
    await schedule({ dueAtMs: it.clock.nowMs() + 1_000 })
    await it.clock.advance(59_000)
    expect(it.requests).toHaveLength(maxMessagesPerMinute)
    await it.clock.advance(2_000)
    expect(sent().at(-1)).toBe('One')
    expect(it.notifications).toEqual([])
  })
})

describe('while the app was not running', () => {
  test('what was due is held, told of once, and never sent late', async () => {
    await schedule({ messages: parts })
    await restart()
    await it.clock.advance(hourMs + 1)
    await restart()
    it.scheduled.start()
    await it.clock.advance(24 * hourMs)
    expect(sent()).toEqual([])
    expect(await waiting()).toEqual([
      'One messages.held.appWasClosed',
      'Two messages.held.partBeforeHeld',
      'Three messages.held.partBeforeHeld'
    ])
    expect(it.notifications).toMatchObject([{ title: 'notification.scheduledHeld {"count":3}' }])
    it.notifications[0]?.onActivate()
    expect(it.toldOn('window:person-requested')).toEqual([{ address: theirNumber, compose: null }])
  })

  test('is held at the next start again, without being told of again', async () => {
    await schedule()
    await restart()
    await it.clock.advance(2 * hourMs)
    await restart()
    it.scheduled.start()
    await settled()
    await restart()
    it.scheduled.start()
    await settled()
    expect(await waiting()).toEqual(['One messages.held.appWasClosed'])
    expect(it.notifications).toEqual([])
  })

  test('what is due later still goes out', async () => {
    await schedule()
    await restart()
    it.scheduled.start()
    await it.clock.advance(hourMs)
    expect(sent()).toEqual(['One'])
  })

  test('is told quietly, on the page alone, while it is quiet', async () => {
    await schedule()
    await restart()
    await it.clock.advance(2 * hourMs)
    await restart()
    it.world.isQuiet = true
    it.scheduled.start()
    await settled()
    expect(await waiting()).toEqual(['One messages.held.appWasClosed'])
    expect(it.notifications).toEqual([])
  })
})

describe('the parts of a longer text', () => {
  test('go out one after the other, each once the one before was accepted', async () => {
    const answer = answeredByHand()
    await schedule({ messages: parts, dueAtMs: null })
    await settled()
    expect(sent()).toEqual(['One'])
    await answer()
    expect(sent()).toEqual(['One', 'Two'])
    await answer()
    expect(sent()).toEqual(['One', 'Two', 'Three'])
    await answer()
    expect(await waiting()).toEqual([])
  })

  test.each([
    ['refused', { kind: 'rejected', reason: 'no credit' }, 'messages.held.partBeforeRefused'],
    ['unknown', { kind: 'timeout' }, 'messages.held.partBeforeUnknown']
  ] as const)('after one that is %s are held', async (_state, failure, reason) => {
    const answer = answeredByHand()
    await schedule({ messages: parts, dueAtMs: null })
    await settled()
    await answer()
    await answer({ ok: false, failure })
    await it.clock.advance(hourMs)
    expect(sent()).toEqual(['One', 'Two'])
    expect(await waiting()).toEqual([`Three ${reason}`])
  })

  test('wait as long as the answer to the one before takes', async () => {
    const answer = answeredByHand()
    await schedule({ messages: parts, dueAtMs: null })
    await it.clock.advance(2 * minuteMs)
    await answer()
    expect(sent()).toEqual(['One', 'Two'])
  })

  test('are held where the app was closed in between', async () => {
    const answer = answeredByHand()
    await schedule({ messages: parts, dueAtMs: null })
    await settled()
    await answer()
    await it.clock.advance(1)
    await restart()
    it.scheduled.start()
    await settled()
    expect(sent()).toEqual([])
    expect(await waiting()).toEqual(['Three messages.held.partBeforeUnknown'])
  })
})

describe('the user’s word', () => {
  test('sends what was held, and what follows it afterwards', async () => {
    await schedule({ messages: parts })
    await restart()
    await it.clock.advance(2 * hourMs)
    await restart()
    it.scheduled.start()
    await settled()
    expect(await it.scheduled.sendNow(one, false)).toMatchObject({ ok: true, value: { state: 'accepted' } })
    await settled()
    expect(sent()).toEqual(['One', 'Two', 'Three'])
    expect(await waiting()).toEqual([])
  })

  test('sends what waits for its time, now and not once more then', async () => {
    await schedule()
    await it.scheduled.sendNow(one, false)
    await it.clock.advance(2 * hourMs)
    expect(sent()).toEqual(['One'])
  })

  test('sends a part although the one before was refused', async () => {
    const answer = answeredByHand()
    await schedule({ messages: parts, dueAtMs: null })
    await settled()
    await answer({ ok: false, failure: { kind: 'rejected', reason: 'no credit' } })
    const sending = it.scheduled.sendNow(two, false)
    await settled()
    await answer()
    expect(await sending).toMatchObject({ ok: true })
    expect(sent()).toEqual(['One', 'Two', 'Three'])
  })

  test('given ten times at once sends once', async () => {
    await schedule()
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => it.scheduled.sendNow(one, false)))
    outcomes.push(await it.scheduled.sendNow(one, false))
    expect(outcomes.every((outcome) => outcome.ok && outcome.value.id === one)).toBe(true)
    expect(sent()).toEqual(['One'])
  })

  test('is asked for again where the number said STOP, and changes nothing until then', async () => {
    await schedule()
    it.ledger.stops = [{ address: theirNumber, isStopped: true, atMs: it.clock.nowMs() }]
    expect(await it.scheduled.sendNow(one, false)).toMatchObject({ failure: { code: 'stopped' } })
    expect(await waiting()).toEqual(['One waits'])
    expect(await it.scheduled.sendNow(one, true)).toMatchObject({ ok: true })
  })

  test('on what is not there says so', async () => {
    expect(await it.scheduled.sendNow(two, false)).toMatchObject({ failure: { code: 'no-such-message' } })
  })
})

describe('taken away', () => {
  test('it never goes out, and neither does what follows it', async () => {
    await schedule({ messages: parts })
    expect(await it.scheduled.cancel(two)).toMatchObject([{ id: two }, { id: three }])
    await it.clock.advance(2 * hourMs)
    expect(sent()).toEqual(['One'])
    expect(await it.scheduled.cancel(two)).toEqual([])
  })

  test('in the moment in which it falls due, it either goes out or was taken away', async () => {
    for (let turns = 0; turns < 12; turns += 1) {
      it = await openMessaging()
      it.scheduled.start()
      await schedule({ dueAtMs: null })
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      const taken = await it.scheduled.cancel(one)
      await it.clock.advance(minuteMs)
      expect(taken.length + sent().length).toBe(1)
    }
  })

  test('it stays where that cannot be written down', async () => {
    await schedule()
    it.ledger.unavailable.add('removeScheduled')
    await expect(it.scheduled.cancel(one)).rejects.toThrow('disk')
    it.ledger.unavailable.clear()
    await it.clock.advance(hourMs)
    expect(sent()).toEqual(['One'])
  })

  test('and put back, it goes out at its time', async () => {
    await schedule()
    await it.scheduled.cancel(one)
    await schedule()
    await it.clock.advance(hourMs)
    expect(sent()).toEqual(['One'])
  })
})

test('a ledger that cannot be read for a while delays nothing for good', async () => {
  await schedule()
  it.ledger.unavailable.add('listScheduled')
  await it.clock.advance(hourMs + 10_000)
  it.ledger.unavailable.clear()
  await it.clock.advance(20_000)
  expect(sent()).toEqual(['One'])
})
