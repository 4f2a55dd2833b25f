import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deriveMessage,
  groupMessages,
  type MessageFact
} from '../../../../../src/main/core/messages/index.ts'
import { fact, mine, startMs } from './message-facts.ts'

const minuteMs = 60_000
const at = (afterMs: number, more: Partial<MessageFact> = {}) => ({ atMs: startMs + afterMs, ...more })
/** One of our own, whose answer had another sort of id than webhooks have, or the same, or none. */
const own = (intentId: string, afterMs: number, apiId: string | null) => [
  fact('intended', at(afterMs, { intentId, source: intentId })),
  fact('accepted', at(afterMs + 400, { intentId, source: intentId, messageId: apiId }))
]
const receipt = (
  kind: 'sent' | 'delivered',
  afterMs: number,
  source: string,
  more: Partial<MessageFact> = {}
) => fact(kind, at(afterMs, { source, messageId: null, ...more }))

/** For each message, the kinds of its facts in their order, by its id. */
const kindsById = (...facts: readonly MessageFact[]) =>
  Object.fromEntries(groupMessages(facts).map((group) => [group.id, group.facts.map(({ kind }) => kind)]))
const statesOf = (facts: readonly MessageFact[]) =>
  groupMessages(facts).map(({ id, facts: told }) => deriveMessage(id, told)?.state)

describe('facts with a link', () => {
  it('are one message by the id of an intent and of its answer', () => {
    const told = [receipt('sent', 9_000, 'event-1', { messageId: 'm1' }), fact('delivered', { body: null })]
    expect(kindsById(...own('i1', 0, 'm1'), ...told)).toEqual({
      i1: ['delivered', 'intended', 'accepted', 'sent']
    })
  })

  it('keep to it, however near another message is', () => {
    const facts = [
      ...own('i1', 0, 'm1'),
      ...own('i2', 1_000, 'm2'),
      receipt('sent', 900, 'event-1', { messageId: 'm2' }),
      receipt('sent', 1_100, 'event-2', { messageId: 'm1' })
    ]
    const sources = groupMessages(facts).map(({ id, facts: told }) => [id, told.at(-1)?.source])
    expect(sources).toEqual([
      ['i1', 'event-2'],
      ['i2', 'i2']
    ])
  })

  it('are two messages where two intents were answered with one id', () => {
    expect(kindsById(...own('i1', 0, 'ok'), ...own('i2', 1_000, 'ok'))).toMatchObject({
      i1: ['intended', 'accepted'],
      i2: ['intended', 'accepted']
    })
  })

  it('are never one message of what was sent and what was received', () => {
    expect(groupMessages([fact('received'), fact('sent')])).toHaveLength(2)
  })
})

describe('receipts without a link', () => {
  it('find our own message by numbers, text and time, whatever id its answer had', () => {
    const joins = (more: Partial<MessageFact>) =>
      groupMessages([...own('i1', 0, 'api-1'), receipt('sent', 2_000, 'event-1', more)]).length === 1
    expect(joins({})).toBe(true)
    expect(joins({ messageId: 'm1' })).toBe(true)
    expect(joins({ body: ' Hello\u00a0' })).toBe(true)
    expect(joins({ body: null })).toBe(true)
    expect(joins({ body: 'Other' })).toBe(false)
    expect(joins({ to: '+15550000000' })).toBe(false)
    expect(joins({ from: '+15550000000' })).toBe(false)
    expect(joins({ atMs: startMs + 61 * minuteMs })).toBe(false)
  })

  it.each([
    ['ids of their own', 'm1', 'm2'],
    ['no ids', null, null]
  ])('of two equal messages sent within a minute go to one each, with %s', (_ids, first, second) => {
    const facts = [
      ...own('i1', 0, 'api-1'),
      ...own('i2', 30_000, 'api-2'),
      receipt('sent', 31_000, 'event-1', { messageId: second }),
      receipt('sent', 40_000, 'event-2', { messageId: first }),
      receipt('delivered', 35_000, 'event-3', { messageId: first }),
      receipt('delivered', 36_000, 'event-4', { messageId: second })
    ]
    expect(statesOf(facts)).toEqual(['delivered', 'delivered'])
    expect(Object.keys(kindsById(...facts)).toSorted()).toEqual(['i1', 'i2'])
  })

  it('are of two messages where they have two ids', () => {
    const sent = receipt('sent', 1_000, 'event-1', { messageId: 'm1' })
    const delivered = receipt('delivered', 2_000, 'event-2', { messageId: 'm2' })
    expect(kindsById(...own('i1', 0, null), sent, delivered)).toEqual({
      i1: ['intended', 'accepted', 'sent'],
      'event-2': ['delivered']
    })
  })

  it('go to what was accepted rather than to what may not have gone out', () => {
    const unsure = fact('unknown', at(6_000, { intentId: 'i2' }))
    const facts = [
      ...own('i1', 0, null),
      fact('intended', at(5_000, { intentId: 'i2' })),
      unsure,
      receipt('sent', 7_000, 'event-1')
    ]
    expect(statesOf(facts)).toEqual(['sent', 'unknown'])
    expect(statesOf([...facts, receipt('sent', 8_000, 'event-2')])).toEqual(['sent', 'sent'])
  })

  it('prefer a message from before them to a later one', () => {
    const facts = [
      ...own('i1', 0, null),
      receipt('sent', -10 * minuteMs, 'event-1', { messageId: 'm1' }),
      receipt('sent', 1_000, 'event-2', { messageId: 'm2' })
    ]
    expect(kindsById(...facts)).toEqual({ i1: ['intended', 'accepted', 'sent'], 'event-1': ['sent'] })
    expect(kindsById(...facts.slice(0, 3))).toEqual({ i1: ['sent', 'intended', 'accepted'] })
  })

  it('tell of a message that was sent elsewhere, whichever of them came first', () => {
    const [sent, delivered] = [receipt('sent', 0, 'event-2'), receipt('delivered', 3_000, 'event-1')]
    expect(kindsById(delivered)).toEqual({ 'event-1': ['delivered'] })
    expect(kindsById(sent, delivered)).toEqual({ 'event-1': ['sent', 'delivered'] })
  })
})

describe('a message that is told again', () => {
  it('is the same by its id, or by what it says where there is none', () => {
    const again = (more: Partial<MessageFact>) =>
      groupMessages([fact('received'), fact('received', more)]).length
    expect(again({ source: 'event-9' })).toBe(1)
    expect(again({ source: 'event-9', messageId: null })).toBe(1)
    expect(again({ source: 'event-9', messageId: 'm2' })).toBe(2)
    expect(again({ source: 'event-9', messageId: null, body: 'Other' })).toBe(2)
  })

  it('is the same when it comes from a file', () => {
    const imported = { source: 'import-x', messageId: null }
    expect(kindsById(fact('received'), fact('received', imported))).toEqual({
      'import-x': ['received', 'received']
    })
    const copy = fact('unknown', {
      ...imported,
      intentId: null,
      from: mine,
      to: '+15551234567',
      body: 'Hello'
    })
    expect(kindsById(...own('i1', 0, null), copy)).toEqual({ i1: ['intended', 'unknown', 'accepted'] })
    expect(kindsById(receipt('sent', 0, 'event-1'), copy)).toEqual({ 'import-x': ['sent', 'unknown'] })
    const other = { ...copy, messageId: 'm2' }
    expect(groupMessages([receipt('sent', 0, 'event-1', { messageId: 'm1' }), other])).toHaveLength(2)
    expect(kindsById(receipt('sent', 1_000, 'event-1'), copy)).toEqual({
      'event-1': ['sent'],
      'import-x': ['unknown']
    })
  })
})

describe('any facts', () => {
  const anyFact: fc.Arbitrary<MessageFact> = fc
    .record({
      kind: fc.constantFrom<MessageFact['kind'][]>(
        'received',
        'intended',
        'accepted',
        'refused',
        'unknown',
        'sent',
        'delivered'
      ),
      atMs: fc.constantFrom(0, 1_000, 30_000, 50 * minuteMs, 100 * minuteMs).map((after) => startMs + after),
      messageId: fc.constantFrom(null, 'm1', 'm2'),
      intent: fc.constantFrom('i1', 'i2'),
      body: fc.constantFrom('Hello', 'Bye', null),
      isNamed: fc.boolean()
    })
    .map(({ kind, atMs, messageId, intent, body, isNamed }) => {
      const told = fact(kind, { atMs, messageId, body })
      if (told.intentId !== null) return { ...told, intentId: intent, source: intent }
      const source = `event-${JSON.stringify([kind, atMs, messageId, body, isNamed])}`
      return isNamed || messageId === null ? { ...told, source } : { ...told, from: null, to: null, source }
    })

  it('come to the same messages in every order and with every repetition', () => {
    const orders = fc
      .array(anyFact, { minLength: 1, maxLength: 6 })
      .chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }))
      )
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        expect(groupMessages(shuffled)).toEqual(groupMessages(all))
      }),
      { numRuns: 3_000 }
    )
  })

  it('are each in one message, and no message has two intents or the same receipt twice', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyFact, { maxLength: 6, selector: (each) => JSON.stringify(each) }),
        (all) => {
          const groups = groupMessages(all)
          expect(groups.flatMap(({ facts }) => facts).toSorted(byText)).toEqual(all.toSorted(byText))
          for (const { facts } of groups) {
            expect(new Set(facts.flatMap(({ intentId }) => intentId ?? [])).size).toBeLessThanOrEqual(1)
            const told = facts.filter(({ kind, messageId }) => kind === 'sent' && messageId === null)
            expect(
              new Set(told.map(({ atMs, body }) => JSON.stringify([atMs, body]))).size
            ).toBeLessThanOrEqual(1)
          }
        }
      ),
      { numRuns: 1_000 }
    )
  })
})

const byText = (one: MessageFact, other: MessageFact): number =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : 1
