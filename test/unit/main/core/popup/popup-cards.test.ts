import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  holdCard,
  nextLeaveMs,
  updateCards,
  withoutLeft
} from '../../../../../src/main/core/popup/popup-cards.ts'
import {
  type Call,
  callDirectionSchema,
  callStateSchema,
  isLost
} from '../../../../../src/shared/domain/call.ts'
import type { PopupCard } from '../../../../../src/shared/domain/popup-card.ts'
import { type CallAlert, callAlertSchema } from '../../../../../src/shared/domain/settings.ts'
import { call } from '../../../../fakes/sample-records.ts'

const nowMs = 10_000_000

const ringing = (change: Partial<Call> = {}): Call => call({ startedAtMs: nowMs, ...change })
const open = (change: Partial<Call> = {}): readonly PopupCard[] =>
  updateCards([], ringing(change), 'card', nowMs)
const follow = (cards: readonly PopupCard[], change: Partial<Call>, atMs: number): readonly PopupCard[] =>
  updateCards(cards, ringing(change), 'card', atMs)

describe('a card opens', () => {
  test('for a call that is to have one', () => {
    expect(updateCards([], ringing(), 'card', nowMs)).toEqual([
      {
        call: ringing(),
        lastContact: null,
        place: null,
        leavesAtMs: nowMs + 120_000,
        isHeld: false
      }
    ])
  })

  test('below those that are open, which keep their places', () => {
    const cards = follow(follow(open({ id: 'a' }), { id: 'b' }, nowMs), { id: 'c' }, nowMs)
    const changed = follow(cards, { id: 'a', state: 'answered' }, nowMs)
    expect(changed.map((card) => card.call.id)).toEqual(['a', 'b', 'c'])
  })

  test.each([
    ['none is wanted', 'off', {}],
    ['a notification is enough', 'notification', {}],
    ['it is my own', 'card', { direction: 'outbound', state: 'dialing' }],
    ['it is my own, and said to ring', 'card', { direction: 'outbound' }],
    ['it was answered already', 'card', { state: 'answered' }],
    ['it is over already', 'card', { state: 'missed' }],
    ['it comes late', 'card', { startedAtMs: nowMs - 60_000 }]
  ] as const)('not where %s', (_why, alert, change) => {
    const cards = open({ id: 'another' })
    expect(updateCards(cards, ringing(change), alert, nowMs)).toBe(cards)
  })
})

describe('an open card', () => {
  test('follows its call whatever is wanted by then', () => {
    const [card] = updateCards(open(), ringing({ state: 'missed' }), 'off', nowMs)
    expect(card?.call.state).toBe('missed')
  })

  test('leaves two minutes after the call began to ring, or to be heard of', () => {
    expect(open({ startedAtMs: nowMs - 30_000 })[0]?.leavesAtMs).toBe(nowMs + 90_000)
    expect(open({ startedAtMs: nowMs + 3_600_000 })[0]?.leavesAtMs).toBe(nowMs + 120_000)
  })

  test('leaves six seconds after the call was answered, and no later when it ends', () => {
    const cards = follow(open(), { state: 'answered' }, nowMs + 5_000)
    expect(cards[0]?.leavesAtMs).toBe(nowMs + 11_000)
    expect(follow(cards, { state: 'ended' }, nowMs + 9_000)[0]?.leavesAtMs).toBe(nowMs + 11_000)
  })

  test.each(['missed', 'abandoned', 'timed-out'] as const)('stays when the call was %s', (state) => {
    const cards = follow(open(), { state }, nowMs + 20_000)
    expect(withoutLeft(cards, nowMs + 86_400_000)).toHaveLength(1)
  })

  test.each(['answered', 'ended'] as const)(
    'that stayed leaves when the call turns out to be %s',
    (state) => {
      const missed = follow(open(), { state: 'missed' }, nowMs + 20_000)
      expect(follow(missed, { state }, nowMs + 30_000)[0]?.leavesAtMs).toBe(nowMs + 36_000)
    }
  )

  test('keeps what was last shared', () => {
    const lastContact = { kind: 'message' as const, atMs: 1, text: 'See you on Monday' }
    const cards = open().map((card) => ({ ...card, lastContact }))
    expect(follow(cards, { state: 'answered' }, nowMs)[0]?.lastContact).toBe(lastContact)
  })
})

test('those that stay are the same array, so that nobody is told of nothing', () => {
  const cards = open()
  expect(withoutLeft(cards, nowMs + 119_999)).toBe(cards)
  expect(withoutLeft(cards, nowMs + 120_000)).toEqual([])
})

describe('a card that is held', () => {
  const stack = () => follow(follow(open({ id: 'old' }), { id: 'held' }, nowMs), { id: 'new' }, nowMs)
  const ids = (cards: readonly PopupCard[]) => cards.map((card) => card.call.id)
  const lateMs = nowMs + 600_000

  test('stays, and the older ones on which it stands; newer ones leave', () => {
    const cards = holdCard(stack(), 'held', true, nowMs)
    expect(ids(withoutLeft(cards, lateMs))).toEqual(['old', 'held'])
    expect(nextLeaveMs(cards)).toBe(nowMs + 120_000)
    expect(nextLeaveMs(withoutLeft(cards, lateMs))).toBeNull()
  })

  test('follows its call', () => {
    const cards = holdCard(stack(), 'held', true, nowMs)
    const turned = follow(cards, { id: 'held', state: 'answered' }, nowMs)
    expect(turned[1]).toMatchObject({ isHeld: true, call: { state: 'answered' } })
  })

  test('is let go with a moment to be looked at', () => {
    const cards = holdCard(holdCard(stack(), 'held', true, nowMs), 'held', false, lateMs)
    expect(cards[1]?.leavesAtMs).toBe(lateMs + 6_000)
    expect(ids(withoutLeft(cards, lateMs))).toEqual(['held'])
  })

  test('of a lost caller still stays when it is let go', () => {
    const lost = follow(stack(), { id: 'held', state: 'missed' }, nowMs)
    expect(holdCard(holdCard(lost, 'held', true, nowMs), 'held', false, lateMs)[1]?.leavesAtMs).toBeNull()
  })
})

describe('whatever happens to calls, in whatever order', () => {
  const change = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    direction: fc.constantFrom(...callDirectionSchema.options),
    state: fc.constantFrom(...callStateSchema.options),
    isMine: fc.boolean(),
    alert: fc.constantFrom(...callAlertSchema.options),
    ageMs: fc.integer({ min: -30_000, max: 200_000 }),
    passedMs: fc.nat({ max: 150_000 })
  })
  type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never
  interface Step {
    readonly changed: Call
    readonly alert: CallAlert
    readonly atMs: number
    readonly before: readonly PopupCard[]
    readonly after: readonly PopupCard[]
  }

  function play(changes: readonly Change[]): readonly Step[] {
    let atMs = nowMs
    let cards: readonly PopupCard[] = []
    return changes.map(({ alert, ageMs, passedMs, ...shape }) => {
      atMs += passedMs
      const changed = call({ ...shape, startedAtMs: atMs - ageMs })
      const before = withoutLeft(cards, atMs)
      cards = updateCards(before, changed, alert, atMs)
      return { changed, alert, atMs, before, after: cards }
    })
  }
  const everyStep = (holds: (step: Step) => void): void =>
    fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => play(changes).forEach(holds)))

  test('a call has one card', () => {
    everyStep(({ after }) => {
      expect(new Set(after.map((card) => card.call.id)).size).toBe(after.length)
    })
  })

  test('only a ringing, recent, incoming call that is to have one opens one', () => {
    everyStep(({ changed, alert, atMs, before, after }) => {
      const mayOpen =
        alert === 'card' &&
        changed.state === 'ringing' &&
        changed.direction !== 'outbound' &&
        atMs - changed.startedAtMs < 60_000
      expect(after.length - before.length).toBeLessThanOrEqual(mayOpen ? 1 : 0)
    })
  })

  test('the card of a lost caller stays; each other is gone within two minutes', () => {
    everyStep(({ atMs, after }) => {
      const kept = withoutLeft(after, atMs + 120_000).map((card) => card.call)
      const lost = after.map((card) => card.call).filter(({ state }) => isLost(state))
      // A lost call that rings again, which no ledger says, stays too.
      expect(kept.filter(({ state }) => state !== 'ringing')).toEqual(lost)
    })
  })
})
