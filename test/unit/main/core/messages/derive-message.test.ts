import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveMessage, type MessageFact } from '../../../../../src/main/core/messages/index.ts'
import { fact, mine, startMs, theirs } from './message-facts.ts'

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
