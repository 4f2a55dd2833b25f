import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLiveValue } from '../../../../../src/main/core/live-value.ts'
import type { StreamMessage, TeamConnectionState } from '../../../../../src/main/core/ports.ts'
import { createStreamFollower } from '../../../../../src/main/core/team/stream-follower.ts'
import { createManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'

const stream = { name: 'EVENTS', stored: 'in', live: 'event' }
const filters = ['a.*', '*.x', 'c.y']
const fits = (subject: string, filter: string): boolean => {
  const parts = subject.split('.')
  return filter.split('.').every((each, index) => each === '*' || each === parts[index])
}
const fitsAny = (subject: string): boolean => filters.some((filter) => fits(subject, filter))

/** A stream on two replicas, of which the second may lag, and a connection to it that loses, repeats and breaks as it is told. */
function createTeam() {
  const state = createLiveValue<TeamConnectionState | null>({ state: 'connected', server: 's' })
  const stored: StreamMessage[] = []
  const kept: number[] = []
  let lag = 0
  /** Filters for which the replica that answers has nothing yet: on reading, and on asking for the newest. */
  const unread = new Set<string>()
  const unasked = new Set<string>()
  let answers = 0
  let isBroken = false
  let refusals = 0
  let position = 0
  let listener: ((message: StreamMessage) => void) | null = null
  const problems: string[] = []
  const clock = createManualClock()

  /** What the replica holds that answers this time. */
  function replica(): readonly StreamMessage[] {
    answers += 1
    return answers % 2 === 0 && lag > 0 ? stored.slice(0, -lag) : stored
  }
  const isHere = (seq: number): boolean => kept.includes(seq)
  function move(seq: number): void {
    const missing = stored.find((each) => each.seq <= seq && fitsAny(each.subject) && !isHere(each.seq))
    if (missing !== undefined) problems.push(`${seq} is kept without ${missing.seq}`)
    position = Math.max(position, seq)
  }
  function assertConnected(): void {
    if (state.get()?.state !== 'connected' || isBroken) throw new Error('no connection')
  }

  function createFollower() {
    let saidLast = 0
    function say(seq: number): void {
      if (seq < saidLast) problems.push(`back from ${saidLast} to ${seq}`)
      saidLast = seq
      move(seq)
    }
    return createStreamFollower({
      connection: {
        watchStream(_stream, _filters, onMessage) {
          listener = onMessage
          return () => {
            if (listener === onMessage) listener = null
          }
        },
        async *readStream(_stream, filter, fromSeq) {
          assertConnected()
          for (const message of unread.has(filter) ? [] : replica()) {
            if (message.seq < fromSeq || !fits(message.subject, filter)) continue
            yield { ...message, previousSeq: null }
            await settled()
            assertConnected()
          }
        },
        async lastOf(_stream, filter) {
          assertConnected()
          const found = (unasked.has(filter) ? [] : replica()).findLast(({ subject }) =>
            fits(subject, filter)
          )
          await settled()
          assertConnected()
          return found?.seq ?? 0
        }
      },
      state,
      stream,
      filters,
      readPosition: () => Promise.resolve(position),
      async take(message, upTo) {
        await settled()
        if (refusals > 0) {
          refusals -= 1
          throw new Error('disk full')
        }
        kept.push(message.seq)
        say(upTo)
      },
      savePosition(seq) {
        say(seq)
        return Promise.resolve()
      },
      clock,
      log: createRecordingLog(),
      random: () => 0.5
    })
  }
  let follower = createFollower()
  follower.start()

  return {
    state,
    unread,
    unasked,
    stored,
    kept,
    problems,
    clock,
    position: () => position,
    isCaughtUp: () => follower.isCaughtUp.get(),
    publish(subject: string, copies: number) {
      const before = stored.findLast((each) => each.subject === subject)
      const seq = stored.length + 1
      const message = {
        subject,
        seq,
        previousSeq: before?.seq ?? 0,
        data: new Uint8Array(),
        isDeleted: false
      }
      stored.push(message)
      if (state.get()?.state !== 'connected' || !fitsAny(subject)) return
      for (let copy = 0; copy < copies; copy += 1) listener?.(message)
    },
    lagBy: (count: number) => void (lag = count),
    breakReading: (breaks: boolean) => void (isBroken = breaks),
    refuse: (count: number) => void (refusals = count),
    restart() {
      follower.stop()
      follower = createFollower()
      follower.start()
    },
    stop: () => follower.stop()
  }
}

type Step =
  | { readonly kind: 'publish'; readonly subject: string; readonly copies: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'disconnect' | 'connect' | 'restart' | 'settle' }
  | { readonly kind: 'lag' | 'refuse'; readonly count: number }
  | { readonly kind: 'break'; readonly breaks: boolean }

const published = fc.record({
  kind: fc.constant('publish' as const),
  subject: fc.constantFrom('a.x', 'a.y', 'b.x', 'b.y', 'c.y'),
  // Lost, told once, told twice.
  copies: fc.constantFrom(0, 1, 1, 2)
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: published },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('disconnect', 'connect', 'restart', 'settle') })
  },
  // A replica that lags does so for less than 10 s.
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.integer({ min: 10_000, max: 200_000 })
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('lag', 'refuse'), count: fc.integer({ min: 1, max: 3 }) })
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('break' as const), breaks: fc.boolean() }) }
)

/** Lets so much time go by, with as many turns of the event loop as all that goes on needs. */
async function pass({ clock }: ReturnType<typeof createTeam>, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 5_000) {
    await clock.advance(5_000)
    for (let turn = 0; turn < 30; turn += 1) await settled()
  }
}

async function carryOut(team: ReturnType<typeof createTeam>, each: Step): Promise<void> {
  if (each.kind === 'publish') team.publish(each.subject, each.copies)
  else if (each.kind === 'disconnect') team.state.set({ state: 'disconnected', code: 'lost', detail: '' })
  else if (each.kind === 'connect') team.state.set({ state: 'connected', server: 's' })
  else if (each.kind === 'restart') team.restart()
  else if (each.kind === 'settle') await settled()
  else if ('count' in each) (each.kind === 'lag' ? team.lagBy : team.refuse)(each.count)
  else if ('breaks' in each) team.breakReading(each.breaks)
  else if ('ms' in each) {
    await pass(team, 5_000)
    team.lagBy(0)
    await pass(team, each.ms)
  }
}

it('takes everything that fits, whatever is lost, repeated, refused or late, and its position says no more than is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const team = createTeam()
      for (const each of steps) await carryOut(team, each)
      team.lagBy(0)
      team.breakReading(false)
      team.refuse(0)
      team.state.set({ state: 'connected', server: 's' })
      await pass(team, 300_000)
      team.stop()
      const wanted = team.stored.filter(({ subject }) => fitsAny(subject)).map(({ seq }) => seq)
      expect(team.problems).toEqual([])
      expect([...new Set(team.kept)].toSorted((one, other) => one - other)).toEqual(wanted)
      expect(team.position()).toBeGreaterThanOrEqual(wanted.at(-1) ?? 0)
    }),
    { numRuns: 150 }
  )
})

describe('A stream that is followed', () => {
  const reconnect = ({ state }: ReturnType<typeof createTeam>): void =>
    state.set({ state: 'connected', server: 's' })
  const lost = (team: ReturnType<typeof createTeam>, ...subjects: readonly string[]): void => {
    for (const subject of subjects) team.publish(subject, 0)
  }

  it('is read at once where a live message says that one before it was lost', async () => {
    const team = createTeam()
    await pass(team, 5_000)
    lost(team, 'a.x')
    team.publish('a.x', 1)
    await pass(team, 1)
    expect(team.kept).toEqual([1, 2])
    team.stop()
  })

  it('is read within two minutes where the last message was lost', async () => {
    const team = createTeam()
    // Beyond the first checks, which read anyway.
    await pass(team, 130_000)
    lost(team, 'a.x')
    await pass(team, 75_000)
    expect(team.kept).toEqual([1])
    team.stop()
  })

  it('is read again where a replica that lags ends too early', async () => {
    const team = createTeam()
    lost(team, 'a.y')
    team.unread.add('a.*')
    await pass(team, 1)
    expect(team.isCaughtUp()).toBe(false)
    team.unread.clear()
    await pass(team, 5_000)
    expect(team.kept).toEqual([1])
    expect(team.isCaughtUp()).toBe(true)
    team.stop()
  })

  it('counts as complete only where every filter was asked again after the longest lag', async () => {
    const team = createTeam()
    lost(team, 'a.y', 'c.y')
    team.unasked.add('a.*')
    for (let time = 0; time < 2; time += 1) {
      await pass(team, 1)
      reconnect(team)
    }
    await pass(team, 1)
    expect(team.kept).toEqual([2])
    expect(team.position()).toBe(0)
    team.unasked.clear()
    await pass(team, 75_000)
    expect(team.problems).toEqual([])
    expect(team.kept).toEqual([2, 1])
    expect(team.position()).toBe(2)
    team.stop()
  })

  it('counts as complete, while it is read, only as far as each filter is', async () => {
    const team = createTeam()
    lost(team, 'a.y', ...Array.from({ length: 450 }, () => 'c.y'))
    team.unasked.add('a.*')
    while (team.kept.length < 450) await settled()
    await pass(team, 1)
    expect(team.kept).toHaveLength(450)
    expect(team.problems).toEqual([])
    team.stop()
  })
})
