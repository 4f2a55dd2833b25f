import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CallFact, deriveCall } from '../../../../../src/main/core/calls/index.ts'

const second = 1_000
const startMs = Date.UTC(2026, 0, 15, 10, 30)

function fact(kind: CallFact['kind'], afterSeconds: number, more: Partial<CallFact> = {}): CallFact {
  return {
    kind,
    atMs: startMs + afterSeconds * second,
    callId: 'c1',
    from: '+15551234567',
    to: '+15559876543',
    extension: null,
    queueName: null,
    callerName: null,
    dialId: null,
    source: `event-${afterSeconds}`,
    about: null,
    ...more
  }
}
const outbound = { from: '1001', to: '+15551234567', extension: '1001' }
const internal = { from: '1001', to: '1002', extension: '1001' }
const queue = { queueName: 'Sales' }
const derive = (...facts: readonly CallFact[]) => deriveCall('call-1', facts)

describe('deriveCall', () => {
  it('rings, is answered by a colleague, and ends', () => {
    const facts = [fact('incoming', 0, { callerName: 'Ada' })]
    expect(derive(...facts)).toEqual({
      id: 'call-1',
      direction: 'inbound',
      state: 'ringing',
      otherAddress: '+15551234567',
      callerName: 'Ada',
      line: '+15559876543',
      queueName: null,
      agentExtension: null,
      extensions: [],
      dialId: null,
      voice360Id: 'c1',
      startedAtMs: startMs,
      answeredAtMs: null,
      endedAtMs: null,
      isEndApproximate: false,
      isSeenOnly: false
    })
    facts.push(fact('answered', 8, { extension: '1002' }))
    expect(derive(...facts)).toMatchObject({
      state: 'answered',
      agentExtension: '1002',
      extensions: ['1002'],
      answeredAtMs: startMs + 8 * second
    })
    facts.push(fact('ended', 60, { extension: '1002' }))
    expect(derive(...facts)).toMatchObject({ state: 'ended', endedAtMs: startMs + 60 * second })
  })

  it.each<[string, readonly CallFact[], string]>([
    ['nobody answers', [fact('incoming', 0), fact('ended', 20)], 'missed'],
    [
      'the caller leaves the queue',
      [fact('incoming', 0, queue), fact('queue-abandoned', 20, queue)],
      'abandoned'
    ],
    ['the queue gives up', [fact('queue-timed-out', 20, queue), fact('ended', 20, queue)], 'timed-out'],
    ['no agent answers', [fact('incoming', 0, queue), fact('queue-no-answer', 20, queue)], 'missed'],
    ['an agent answers in the second round', [fact('queue-no-answer', 20), fact('answered', 30)], 'answered'],
    ['an own call is dialed', [fact('dialed', 0, outbound)], 'dialing'],
    ['nobody answers my call', [fact('dialed', 0, outbound), fact('hung-up', 20, outbound)], 'ended'],
    ['a colleague calls a colleague', [fact('dialed', 0, internal)], 'ringing'],
    ['a colleague does not answer', [fact('dialed', 0, internal), fact('ended', 20, internal)], 'missed'],
    ['ringing comes after the end', [fact('ended', 20), fact('incoming', 40)], 'missed']
  ])('knows what it means when %s', (_what, facts, state) => {
    expect(derive(...facts).state).toBe(state)
  })

  it('reads who called whom out of an own call', () => {
    expect(derive(fact('dialed', 0, { ...outbound, from: '+15559876543' }))).toMatchObject({
      direction: 'outbound',
      otherAddress: '+15551234567',
      line: '+15559876543',
      agentExtension: '1001'
    })
    expect(derive(fact('dialed', 0, internal))).toMatchObject({
      direction: 'internal',
      otherAddress: '1002',
      line: null,
      agentExtension: '1001',
      extensions: ['1001', '1002']
    })
  })

  it('sees one end in USER_HANGUP and CALL_ENDED', () => {
    const facts = [fact('dialed', 0, outbound), fact('answered', 5, outbound)]
    const once = derive(...facts, fact('ended', 30, outbound))
    expect(derive(...facts, fact('hung-up', 30, outbound), fact('ended', 30, outbound))).toEqual(once)
  })

  it('is with whoever answered last after a transfer', () => {
    const answers = [fact('answered', 5, { extension: '1002' }), fact('answered', 50, { extension: '1001' })]
    expect(derive(fact('incoming', 0), ...answers)).toMatchObject({
      agentExtension: '1001',
      extensions: ['1001', '1002'],
      answeredAtMs: startMs + 5 * second
    })
  })

  it('takes a caller without a number', () => {
    expect(derive(fact('incoming', 0, { from: '' }))).toMatchObject({
      direction: 'inbound',
      otherAddress: ''
    })
    expect(derive(fact('queue-abandoned', 0, { from: null }))).toMatchObject({ otherAddress: '' })
  })

  it('is the same in every order, with every repetition', () => {
    const some = <T>(...values: readonly T[]) => fc.constantFrom(null, ...values)
    const anyFact = fc.record<CallFact>({
      kind: fc.constantFrom<CallFact['kind'][]>(
        ...(['placed', 'incoming', 'dialed', 'answered', 'hung-up', 'ended'] as const),
        ...(['queue-no-answer', 'queue-timed-out', 'queue-abandoned'] as const)
      ),
      atMs: fc.integer({ min: 0, max: 3 }).map((seconds) => startMs + seconds * second),
      callId: some('c1', 'c2'),
      from: some('', '+15551234567', '1001'),
      to: some('+15559876543', '1002'),
      extension: some('1001', '1002'),
      queueName: some('Sales', 'Support'),
      callerName: some('Ada', 'Bob'),
      dialId: some('d1', 'd2'),
      source: fc.constantFrom('event-1', 'event-2'),
      about: fc.constant(null)
    })
    const orders = fc
      .array(anyFact, { minLength: 1, maxLength: 6 })
      .chain((facts) =>
        fc.tuple(
          fc.constant(facts),
          fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }),
          fc.shuffledSubarray(facts, { minLength: facts.length })
        )
      )
    fc.assert(
      fc.property(orders, ([facts, doubled, shuffled]) => {
        expect(derive(...shuffled)).toEqual(derive(...facts))
        expect(derive(...doubled)).toEqual(derive(...facts))
      }),
      { numRuns: 2_000 }
    )
  })

  it('never rings again once anything ended it', () => {
    const later = fc.array(
      fc.record({ kind: fc.constantFrom('incoming' as const, 'dialed' as const), after: fc.nat(600) })
    )
    const end = fc.constantFrom(
      ...(['ended', 'hung-up', 'queue-abandoned', 'queue-timed-out', 'queue-no-answer'] as const)
    )
    fc.assert(
      fc.property(end, later, (kind, openings) => {
        const facts = openings.map((opening) => fact(opening.kind, opening.after))
        expect(['ringing', 'dialing']).not.toContain(derive(fact(kind, 10), ...facts).state)
      })
    )
  })
})
