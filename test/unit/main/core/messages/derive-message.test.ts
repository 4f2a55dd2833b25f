import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  correlateMessage,
  deriveMessage,
  type MessageFact
} from '../../../../../src/main/core/messages/index.ts'

const startMs = Date.UTC(2026, 0, 15, 10, 30)
const mine = '+15559876543'
const theirs = '+15551234567'

function fact(kind: MessageFact['kind'], more: Partial<MessageFact> = {}): MessageFact {
  const isWebhook = kind === 'received' || kind === 'sent' || kind === 'delivered'
  return {
    kind,
    atMs: startMs,
    messageId: isWebhook ? 'm1' : null,
    intentId: isWebhook ? null : 'i1',
    from: kind === 'received' ? theirs : isWebhook || kind === 'intended' ? mine : null,
    to: kind === 'received' ? mine : isWebhook || kind === 'intended' ? theirs : null,
    body: isWebhook || kind === 'intended' ? 'Hello' : null,
    reason: null,
    source: `event-${kind}`,
    ...more
  }
}
const derive = (...facts: readonly MessageFact[]) => deriveMessage('m', facts)

describe('deriveMessage', () => {
  it.each<[readonly MessageFact['kind'][], string]>([
    [['intended'], 'sending'],
    [['intended', 'accepted'], 'accepted'],
    [['intended', 'accepted', 'sent'], 'sent'],
    [['intended', 'sent', 'accepted', 'delivered'], 'delivered'],
    [['intended', 'delivered'], 'delivered'],
    [['intended', 'unknown'], 'unknown'],
    [['intended', 'unknown', 'sent'], 'sent'],
    [['intended', 'refused'], 'refused'],
    [['intended', 'refused', 'delivered'], 'delivered'],
    [['sent'], 'sent'],
    [['received'], 'received']
  ])('makes of %j: %s, in any order', (kinds, state) => {
    const facts = kinds.map((kind) => fact(kind))
    expect(derive(...facts)).toMatchObject({ state, body: 'Hello', otherAddress: theirs, line: mine })
    expect(derive(...facts.toReversed())).toEqual(derive(...facts))
  })

  it('gives the reason of the state it is in only', () => {
    const refused = fact('refused', { reason: 'No credit' })
    expect(derive(fact('intended'), refused)).toMatchObject({ state: 'refused', reason: 'No credit' })
    expect(derive(fact('intended'), refused, fact('sent'))).toMatchObject({ state: 'sent', reason: null })
  })

  it('shows nothing until it knows the numbers', () => {
    const delivered = fact('delivered', { from: null, to: null, body: null })
    expect(derive(delivered)).toBeNull()
    expect(derive(delivered, fact('sent'))).toMatchObject({ state: 'delivered', body: 'Hello' })
  })

  it('stays where it was in its thread when receipts come', () => {
    const receipts = [fact('sent', { atMs: startMs - 5_000 }), fact('delivered', { atMs: startMs + 5_000 })]
    expect(derive(fact('intended'), ...receipts)?.atMs).toBe(startMs)
  })

  it('is the same in every order, with every repetition', () => {
    const kinds = fc.constantFrom<MessageFact['kind'][]>(
      'intended',
      'accepted',
      'refused',
      'unknown',
      'sent',
      'delivered'
    )
    const facts = fc.array(
      fc
        .tuple(kinds, fc.nat(2), fc.constantFrom('a', 'b', null))
        .map(([kind, atMs, body]) => fact(kind, { atMs, body })),
      { minLength: 1, maxLength: 6 }
    )
    const orders = facts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }))
    )
    fc.assert(
      fc.property(orders, ([all, doubled]) => {
        expect(derive(...doubled)).toEqual(derive(...all))
      })
    )
  })
})

describe('correlateMessage', () => {
  const known = (id: string, ...facts: readonly MessageFact[]) => ({ id, facts })
  const joins = (told: MessageFact, ...all: readonly ReturnType<typeof known>[]) =>
    correlateMessage(told, all)?.id ?? null

  it('finds a message by its id', () => {
    expect(joins(fact('delivered', { body: null }), known('a', fact('sent')))).toBe('a')
    expect(joins(fact('accepted'), known('a', fact('intended')))).toBe('a')
  })

  it('finds our own by numbers and text where the API gave no id, or one of another sort', () => {
    const own = known('a', fact('intended'), fact('accepted', { messageId: 'api-1' }))
    expect(joins(fact('sent'), own)).toBe('a')
    expect(joins(fact('sent', { body: 'Other' }), own)).toBeNull()
    expect(joins(fact('sent', { to: '+15550000000' }), own)).toBeNull()
    expect(joins(fact('sent', { atMs: startMs + 2 * 3_600_000 }), own)).toBeNull()
  })

  it('gives the receipts of two equal texts to one each', () => {
    const first = known('a', fact('intended'), fact('sent'))
    const next = known('b', fact('intended', { intentId: 'i2', atMs: startMs + 1_000 }))
    expect(joins(fact('sent', { messageId: 'm2' }), first, next)).toBe('b')
    expect(joins(fact('sent', { messageId: 'm2' }), first)).toBeNull()
  })

  it('keeps what is sent and what is received apart, even under one id', () => {
    expect(joins(fact('received'), known('a', fact('sent')))).toBeNull()
    expect(joins(fact('sent'), known('a', fact('received')))).toBeNull()
  })
})
