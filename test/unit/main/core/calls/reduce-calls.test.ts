import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CallFact,
  reduceCalls,
  storyOf,
  type ToldCall
} from '../../../../../src/main/core/calls/index.ts'

const second = 1_000
const minute = 60 * second
const startMs = Date.UTC(2026, 0, 15, 10, 30)
const caller = '+15551234567'
const line = '+15559876543'

let lastSeq = 0
function fact(kind: CallFact['kind'], afterMs: number, more: Partial<CallFact> = {}): CallFact {
  lastSeq += 1
  return {
    kind,
    atMs: startMs + afterMs,
    callId: 'c1',
    from: caller,
    to: line,
    extension: null,
    queueName: null,
    callerName: null,
    dialId: null,
    source: `event-${lastSeq}`,
    about: null,
    ...more
  }
}

const withoutId = { callId: null }
const queue = { queueName: 'Sales' }
const dial = { from: '1001', to: caller, extension: '1001' }
const placed = (more: Partial<CallFact> = {}) =>
  fact('placed', 0, { ...dial, from: null, dialId: 'd1', source: 'd1', ...more })

const reduce = (facts: readonly CallFact[]): readonly ToldCall[] =>
  facts.reduce<readonly ToldCall[]>((calls, next) => reduceCalls(calls, next), [])
/** What the calls come to, whatever they are called and in whatever order they stand. */
const storiesOf = (facts: readonly CallFact[]) =>
  reduce(facts)
    .map((call) => ({ ...storyOf(call), id: '' }))
    .toSorted((one, other) => one.startedAtMs - other.startedAtMs || compare(one, other))
const compare = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)

function permutationsOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items]
  return items.flatMap((item, index) =>
    permutationsOf([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest])
  )
}

const scenarios: readonly (readonly [string, readonly CallFact[], object])[] = [
  [
    'an answered call',
    [
      fact('incoming', 0, { callerName: 'Ada' }),
      fact('answered', 8 * second, { extension: '1002' }),
      fact('hung-up', minute, { extension: '1002' }),
      fact('ended', minute)
    ],
    { state: 'ended', agentExtension: '1002', answeredAtMs: startMs + 8 * second, callerName: 'Ada' }
  ],
  [
    'an answered call without any ids',
    [
      fact('incoming', 0, withoutId),
      fact('answered', 8 * second, { ...withoutId, extension: '1002' }),
      fact('hung-up', minute, { ...withoutId, extension: '1002' }),
      fact('ended', minute + second, withoutId)
    ],
    { state: 'ended', agentExtension: '1002', endedAtMs: startMs + minute + second }
  ],
  [
    'a call of which only some events have ids, and one names the extension only',
    [
      fact('incoming', 0),
      fact('answered', 8 * second, { extension: '1002' }),
      fact('hung-up', minute, { callId: null, from: null, to: null, extension: '1002' }),
      fact('ended', minute)
    ],
    { state: 'ended', agentExtension: '1002' }
  ],
  [
    'a call that a queue could not place, answered in the next one',
    [
      fact('incoming', 0, queue),
      fact('queue-no-answer', 20 * second, queue),
      fact('incoming', 0, queue),
      fact('queue-no-answer', 40 * second, { queueName: 'Support' }),
      fact('answered', 50 * second, { extension: '1003' }),
      fact('ended', 2 * minute)
    ],
    { state: 'ended', agentExtension: '1003' }
  ],
  [
    'a caller who left the queue',
    [
      fact('incoming', 0, { ...queue, ...withoutId }),
      fact('queue-abandoned', 30 * second, { ...queue, ...withoutId }),
      fact('ended', 31 * second, withoutId)
    ],
    { state: 'abandoned', queueName: 'Sales' }
  ],
  [
    'our own dial, whose id is of another sort than that of its webhooks',
    [
      placed({ callId: 'api-1' }),
      fact('dialed', 2 * second, dial),
      fact('answered', 9 * second, dial),
      fact('hung-up', minute, dial),
      fact('ended', minute, dial)
    ],
    { direction: 'outbound', state: 'ended', dialId: 'd1', otherAddress: caller }
  ],
  [
    'our own dial without any ids, stamped by a clock that is behind',
    [
      placed(withoutId),
      fact('dialed', -20 * second, { ...dial, ...withoutId }),
      fact('answered', -5 * second, { ...dial, ...withoutId }),
      fact('hung-up', minute, { ...dial, ...withoutId })
    ],
    { direction: 'outbound', state: 'ended', dialId: 'd1' }
  ],
  [
    'a call between colleagues',
    [
      fact('dialed', 0, { from: '1001', to: '1002', extension: '1001' }),
      fact('answered', 5 * second, { from: '1001', to: '1002', extension: '1002' }),
      fact('ended', minute, { from: '1001', to: '1002' })
    ],
    { direction: 'internal', state: 'ended' }
  ]
]

describe.each(scenarios)('%s', (_name, facts, expected) => {
  it('is one call', () => {
    expect(storiesOf(facts)).toMatchObject([expected])
  })

  it('comes to the same in every order', () => {
    const inOrder = storiesOf(facts)
    for (const order of permutationsOf(facts)) expect(storiesOf(order)).toEqual(inOrder)
  })

  it('comes to the same in any order of what was not lost, with duplicates', () => {
    const source = fc.subarray([...facts], { minLength: 1 }).chain((kept) =>
      fc.tuple(
        fc.constant(kept),
        fc
          .subarray(kept)
          .chain((twice) =>
            fc.shuffledSubarray([...kept, ...twice], { minLength: kept.length + twice.length })
          )
      )
    )
    fc.assert(
      fc.property(source, ([kept, order]) => {
        expect(storiesOf(order)).toEqual(storiesOf(kept))
      }),
      { numRuns: 300 }
    )
  })
})

describe('calls beside each other', () => {
  const arbitraryFact = fc
    .record({
      kind: fc.constantFrom<CallFact['kind'][]>(
        'incoming',
        'dialed',
        'answered',
        'hung-up',
        'ended',
        'queue-abandoned'
      ),
      afterMs: fc.integer({ min: 0, max: 40 }).map((seconds) => seconds * 10 * second),
      callId: fc.constantFrom(null, null, 'c1', 'c2'),
      from: fc.constantFrom(null, caller, '+15552222222', '1001'),
      to: fc.constantFrom(null, line, '1002'),
      extension: fc.constantFrom(null, '1001', '1002')
    })
    .map(({ kind, afterMs, ...more }) => fact(kind, afterMs, more))

  it('are the same calls in any order of any events', () => {
    const source = fc
      .array(arbitraryFact, { minLength: 1, maxLength: 8 })
      .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })))
    fc.assert(
      fc.property(source, ([facts, order]) => {
        expect(
          reduce(order)
            .map(({ id }) => id)
            .toSorted()
        ).toEqual(
          reduce(facts)
            .map(({ id }) => id)
            .toSorted()
        )
        expect(storiesOf(order)).toEqual(storiesOf(facts))
      }),
      { numRuns: 1_000 }
    )
  })
})

describe('a call whose end was lost', () => {
  const incoming = fact('incoming', 0)
  const answered = fact('answered', 8 * second, { extension: '1002' })
  const gone = fact('gone', 3 * minute, { callId: null, from: null, to: null, about: incoming.source })

  it('ends where it was concluded, about then', () => {
    expect(storiesOf([incoming, answered, gone])).toMatchObject([
      { state: 'ended', isEndApproximate: true, endedAtMs: startMs + 3 * minute }
    ])
    expect(storiesOf([incoming, gone])).toMatchObject([{ state: 'missed', isEndApproximate: true }])
  })

  it('ends exactly when it is told after all', () => {
    const ended = fact('ended', 2 * minute)
    expect(storiesOf([incoming, answered, gone, ended])).toMatchObject([
      { state: 'ended', isEndApproximate: false, endedAtMs: startMs + 2 * minute }
    ])
  })

  it('goes on when something is told later than the conclusion', () => {
    const transferred = fact('answered', 4 * minute, { extension: '1003' })
    expect(storiesOf([incoming, answered, gone, transferred])).toMatchObject([{ state: 'answered' }])
  })

  it('is no call where nothing else is known', () => {
    expect(storiesOf([gone])).toEqual([])
  })
})

describe('the name of a call', () => {
  it('is that of our dial, else of its first event to arrive', () => {
    const first = fact('ended', minute, { source: 'event-7' })
    const later = fact('incoming', 0, { source: 'event-12' })
    expect(reduce([first, later]).map(({ id }) => id)).toEqual(['event-7'])
    const dialed = fact('dialed', second, { ...dial, ...withoutId, source: 'event-3' })
    expect(reduce([dialed, placed(withoutId)]).map(({ id }) => id)).toEqual(['d1'])
  })
})
