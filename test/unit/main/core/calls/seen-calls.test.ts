import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CallFact,
  isNews,
  reduceCalls,
  storyOf,
  type ToldCall
} from '../../../../../src/main/core/calls/index.ts'

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const startMs = Date.UTC(2026, 0, 15, 10, 30)
const caller = '+15551234567'
const otherCaller = '+15552222222'
const line = '+15559876543'

let lastSource = 0
function fact(kind: CallFact['kind'], afterMs: number, more: Partial<CallFact> = {}): CallFact {
  lastSource += 1
  return {
    kind,
    atMs: startMs + afterMs,
    callId: null,
    from: null,
    to: null,
    extension: null,
    queueName: null,
    callerName: null,
    dialId: null,
    source: kind === 'seen' || kind === 'gone' ? `o${lastSource}` : `event-${lastSource}`,
    about: null,
    ...more
  }
}
const told = (kind: CallFact['kind'], afterMs: number, more: Partial<CallFact> = {}) =>
  fact(kind, afterMs, { callId: 'c1', from: caller, to: line, ...more })
const own = { callId: 'c1', from: '1001', to: caller, extension: '1001' }
const colleagues = { callId: 'c1', from: '1001', to: '1002', extension: '1001' }

const seenIn = (afterMs = 0, more: Partial<CallFact> = {}) =>
  fact('seen', afterMs, { from: caller, to: '1002', extension: '1002', ...more })
const seenOut = (afterMs = 0, more: Partial<CallFact> = {}) =>
  fact('seen', afterMs, { from: '1001', to: caller, extension: '1001', ...more })
const seenBetween = (afterMs = 0, more: Partial<CallFact> = {}) =>
  fact('seen', afterMs, { from: '1001', to: '1002', extension: '1001', ...more })
const gone = (seen: CallFact, afterMs: number) => fact('gone', afterMs, { about: seen.source })

const reduce = (facts: readonly CallFact[]): readonly ToldCall[] =>
  facts.reduce<readonly ToldCall[]>((calls, next) => reduceCalls(calls, next), [])
const storiesOf = (facts: readonly CallFact[]) =>
  reduce(facts)
    .map(storyOf)
    .toSorted((one, other) => one.startedAtMs - other.startedAtMs || (one.id < other.id ? -1 : 1))
const areOne = (...facts: readonly CallFact[]): boolean => reduce(facts).length === 1

describe('a call that was only seen', () => {
  it('goes on until its channel is gone, and is neither ringing nor missed', () => {
    const seen = seenIn()
    expect(storiesOf([seen])).toEqual([
      {
        id: seen.source,
        direction: 'inbound',
        state: 'answered',
        otherAddress: caller,
        callerName: null,
        line: null,
        queueName: null,
        agentExtension: '1002',
        extensions: ['1002'],
        dialId: null,
        voice360Id: null,
        startedAtMs: startMs,
        answeredAtMs: null,
        endedAtMs: null,
        isEndApproximate: false,
        isSeenOnly: true
      }
    ])
    expect(storiesOf([seen, gone(seen, minute)])).toMatchObject([
      { state: 'ended', answeredAtMs: null, endedAtMs: startMs + minute, isEndApproximate: true }
    ])
  })

  it('is outbound from the phone of a colleague, internal between two', () => {
    expect(storiesOf([seenOut()])).toMatchObject([
      { direction: 'outbound', otherAddress: caller, agentExtension: '1001', state: 'answered' }
    ])
    expect(storiesOf([seenBetween()])).toMatchObject([
      { direction: 'internal', otherAddress: '1002', agentExtension: '1001', line: null }
    ])
  })

  it('is one call on whichever phone a queue rings next, and with the last of them', () => {
    const first = seenIn()
    const [call] = storiesOf([first, seenIn(20 * second, { to: '1003', extension: '1003' })])
    expect(call).toMatchObject({ id: first.source, agentExtension: '1003', extensions: ['1002', '1003'] })
  })

  it('is another one when the same person calls again later', () => {
    const seen = seenIn()
    expect(storiesOf([seen, gone(seen, minute), seenIn(3 * minute)])).toHaveLength(2)
  })
})

describe('what is told of it', () => {
  const wholeStory = [
    told('incoming', 0, { callerName: 'Ada', queueName: 'Sales' }),
    told('answered', 8 * second, { extension: '1003' }),
    told('ended', 2 * minute)
  ]

  it('wins in all, and the call is no longer only seen', () => {
    const seen = seenIn(second)
    const [merged, ...others] = storiesOf([seen, ...wholeStory, gone(seen, 3 * minute)])
    expect(others).toEqual([])
    expect(merged).toEqual(storiesOf(wholeStory)[0])
    expect(merged).toMatchObject({ isSeenOnly: false, agentExtension: '1003', isEndApproximate: false })
  })

  it('leaves the end to what was seen where that is lost', () => {
    const seen = seenIn()
    const [incoming, answered] = wholeStory
    if (incoming === undefined || answered === undefined) throw new Error('No facts')
    expect(storiesOf([seen, gone(seen, minute), incoming, answered])).toMatchObject([
      { state: 'ended', endedAtMs: startMs + minute, isEndApproximate: true, isSeenOnly: false }
    ])
  })
})

describe('a channel is that of a call', () => {
  it.each<[string, CallFact, CallFact]>([
    ['of the same caller, whoever is named', told('incoming', 0), seenIn()],
    ['of the same caller, from a queue long before', told('incoming', -40 * minute), seenIn()],
    ['by a clock that is a minute ahead', told('incoming', minute), seenIn()],
    ['of which only the end is told', told('ended', 9 * minute), seenIn()],
    [
      'of a caller without a number, on the same phone',
      told('incoming', 0, { from: '', extension: '1002' }),
      seenIn(0, { from: '' })
    ],
    [
      'of a caller whose number is shown without the area code',
      told('answered', 0, { extension: '1002' }),
      seenIn(0, { from: '1234567' })
    ],
    ['that a colleague dialed', fact('dialed', 20 * second, own), seenOut()],
    [
      'whose caller is told by a word',
      told('answered', 0, { from: 'Reception', extension: '1002' }),
      seenIn()
    ],
    [
      'of which only a line and the number are told',
      told('ended', minute, { from: line, to: caller }),
      seenOut()
    ],
    [
      'that we placed to a colleague',
      fact('placed', 0, { ...colleagues, from: line, dialId: 'd1', source: 'd1' }),
      seenBetween()
    ],
    [
      'of which only one of the phones is told',
      fact('hung-up', minute, { extension: '1002' }),
      seenBetween()
    ],
    ['that we placed', fact('placed', 0, { ...own, from: line, dialId: 'd1', source: 'd1' }), seenOut()],
    ['of which only the phone is told', fact('hung-up', minute, { extension: '1001' }), seenOut()],
    ['between colleagues', fact('dialed', 0, colleagues), seenBetween()],
    [
      'between colleagues, seen from the other side',
      fact('dialed', 0, colleagues),
      seenBetween(0, { from: '1002', to: '1001' })
    ]
  ])('%s', (_which, known, seen) => {
    expect(areOne(known, seen)).toBe(true)
    expect(isNews(reduce([known]), seen)).toBe(false)
  })

  it.each<[string, readonly CallFact[], CallFact]>([
    ['of another caller', [told('incoming', 0)], seenIn(0, { from: otherCaller })],
    ['that was over before', [told('incoming', -minute), told('ended', -30 * second)], seenIn()],
    ['that a caller gave up waiting in before', [told('queue-abandoned', -minute)], seenIn()],
    ['that began much later', [told('incoming', 5 * minute)], seenIn()],
    ['whose end was told hours later', [told('ended', 5 * hour)], seenIn()],
    [
      'of another number from the same phone',
      [told('answered', 0, { extension: '1002' })],
      seenOut(0, { from: '1002', to: otherCaller, extension: '1002' })
    ],
    [
      'of a colleague with the same number',
      [fact('dialed', 0, own)],
      seenOut(0, { from: '1003', extension: '1003' })
    ],
    [
      'that the same person makes the other way round',
      [fact('dialed', 0, own)],
      seenIn(0, { to: '1001', extension: '1001' })
    ],
    [
      'from outside, with the same phone',
      [told('incoming', 0, { from: '', to: '1002', extension: '1002' })],
      seenBetween()
    ],
    ['of whom no phone is told', [told('ended', 0, { from: '', to: null })], seenBetween()],
    [
      'that we placed from the same phone',
      [fact('placed', 0, { ...own, from: null, dialId: 'd1', source: 'd1' })],
      seenIn(0, { from: otherCaller, to: '1001', extension: '1001' })
    ],
    [
      'from outside to the phone that calls',
      [told('incoming', 0, { to: null, extension: '1002' })],
      seenOut(0, { from: '1002', to: otherCaller, extension: '1002' })
    ],
    [
      'of another caller without a number',
      [told('incoming', 0, { from: '', extension: '1003' })],
      seenIn(0, { from: '' })
    ],
    [
      'from outside, with both phones',
      [told('answered', 0, { extension: '1001' }), told('answered', 5 * second, { extension: '1002' })],
      seenBetween()
    ],
    [
      'of a caller with a number, whose own is withheld',
      [told('incoming', 0, { extension: '1002' })],
      seenIn(0, { from: '' })
    ],
    [
      'of a caller whose number ends otherwise',
      [told('incoming', 0, { extension: '1002' })],
      seenIn(0, { from: '7654321' })
    ]
  ])('but not of one %s', (_which, known, seen) => {
    const before = reduce(known)
    expect(reduceCalls(before, seen)).toHaveLength(before.length + 1)
    expect(isNews(before, seen)).toBe(true)
  })

  it('between colleagues, also after a third one took it', () => {
    const taken = fact('answered', 5 * second, { ...colleagues, extension: '1003' })
    expect(areOne(fact('dialed', 0, colleagues), taken, seenBetween())).toBe(true)
  })

  it('of two that were seen alike, it does not matter which was seen first', () => {
    const [one, other] = [seenIn(), seenIn()]
    const answered = told('answered', 90 * second)
    const facts = [answered, gone(one, 5 * minute), gone(other, 10 * second)]
    expect(storiesOf([one, other, ...facts])).toEqual(storiesOf([other, one, ...facts]))
  })

  it('of two, it is that of the one that began nearest', () => {
    const earlier = told('incoming', -20 * minute, { callId: 'c2' })
    const calls = reduce([earlier, told('incoming', 0), seenIn(second)])
    expect(calls.map(({ facts }) => facts.map(({ kind }) => kind))).toEqual([
      ['incoming'],
      ['incoming', 'seen']
    ])
  })

  it('is news on another phone as long as nothing is told', () => {
    const elsewhere = seenIn(20 * second, { to: '1003', extension: '1003' })
    expect(isNews(reduce([seenIn()]), elsewhere)).toBe(true)
    expect(isNews(reduce([seenIn()]), seenIn(second))).toBe(false)
    expect(isNews(reduce([told('incoming', 0), seenIn()]), elsewhere)).toBe(false)
  })
})

describe('facts that are told and seen', () => {
  const parties = fc.constantFrom<Partial<CallFact>>(
    { from: caller, to: '1002', extension: '1002' },
    { from: otherCaller, to: '1002', extension: '1002' },
    { from: caller, to: '1001', extension: '1001' },
    { from: '1001', to: caller, extension: '1001' },
    { from: '1001', to: '1002', extension: '1001' },
    { from: '', to: '1002', extension: '1002' }
  )
  const afterMs = fc.integer({ min: 0, max: 40 }).map((steps) => steps * 10 * second)
  const anySeen = fc.tuple(parties, afterMs, fc.option(afterMs)).map(([more, startsMs, lastsMs]) => {
    const seen = fact('seen', startsMs, more)
    return lastsMs === null ? [seen] : [seen, gone(seen, startsMs + lastsMs)]
  })
  const anyTold = fc
    .record({
      kind: fc.constantFrom<CallFact['kind'][]>(
        'incoming',
        'dialed',
        'answered',
        'hung-up',
        'ended',
        'queue-abandoned'
      ),
      after: afterMs,
      callId: fc.constantFrom(null, null, 'c1', 'c2'),
      from: fc.constantFrom(null, caller, otherCaller, '1001', ''),
      to: fc.constantFrom(null, line, '1002'),
      extension: fc.constantFrom(null, '1001', '1002')
    })
    .map(({ kind, after, ...more }) => fact(kind, after, more))
  const anyFacts = fc
    .tuple(fc.array(anyTold, { maxLength: 5 }), fc.array(anySeen, { minLength: 1, maxLength: 3 }))
    .map(([events, sightings]) => [...events, ...sightings.flat()])
  const inTwoOrders = anyFacts.chain((facts) =>
    fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))
  )
  const isConclusion = ({ about }: CallFact) => about !== null
  /** A conclusion is drawn of what is there already; it is not kept where it is about nothing. */
  const afterTheirCalls = (facts: readonly CallFact[]) => [
    ...facts.filter((each) => !isConclusion(each)),
    ...facts.filter(isConclusion)
  ]

  it('are the same calls in any order', () => {
    fc.assert(
      fc.property(inTwoOrders, ([facts, order]) => {
        expect(storiesOf(afterTheirCalls(order))).toEqual(storiesOf(facts))
      }),
      { numRuns: 2_000 }
    )
  })

  it('are told calls as if nothing had been seen, but for ends that nobody told', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const events = facts.filter(({ kind }) => kind !== 'seen' && kind !== 'gone')
        const withoutEnds = storiesOf(facts.filter(({ kind }) => kind !== 'gone'))
        expect(withoutEnds.filter(({ isSeenOnly }) => !isSeenOnly)).toEqual(storiesOf(events))
      }),
      { numRuns: 2_000 }
    )
  })

  it('never ring or are missed where they are only seen', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const seenOnly = storiesOf(facts).filter(({ isSeenOnly }) => isSeenOnly)
        expect(seenOnly.filter(({ state }) => state !== 'answered' && state !== 'ended')).toEqual([])
      })
    )
  })
})
