import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFaultyStream, filters, fitsAny } from '../../../../fakes/faulty-stream.ts'
import { settled } from '../../../../fakes/manual-clock.ts'

type Step =
  | { readonly kind: 'publish'; readonly subject: string; readonly copies: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'disconnect' | 'connect' | 'restart' | 'settle' | 'loseKept' }
  | { readonly kind: 'lag' | 'refuse' | 'goBack'; readonly count: number }
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
    arbitrary: fc.record({ kind: fc.constantFrom('disconnect', 'connect', 'restart', 'settle', 'loseKept') })
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
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('break' as const), breaks: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('goBack' as const), count: fc.integer({ min: 1, max: 12 }) })
  }
)

/** Lets so much time go by, with as many turns of the event loop as all that goes on needs. */
async function pass({ clock }: ReturnType<typeof createFaultyStream>, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 5_000) {
    await clock.advance(5_000)
    for (let turn = 0; turn < 30; turn += 1) await settled()
  }
}

/** All is well before and after; what goes back while it cannot be seen, and is longer again when it can, is not noticed. */
async function goBack(team: ReturnType<typeof createFaultyStream>, count: number): Promise<void> {
  heal(team)
  team.state.set({ state: 'disconnected', code: 'lost', detail: '' })
  team.goBack(count)
  team.state.set({ state: 'connected', server: 's' })
  await pass(team, 60_000)
}

/** The follower that is there forgets where it was before another takes its place. */
async function loseKept(team: ReturnType<typeof createFaultyStream>): Promise<void> {
  heal(team)
  team.state.set({ state: 'connected', server: 's' })
  team.loseKept()
  await pass(team, 1)
}

function heal(team: ReturnType<typeof createFaultyStream>): void {
  team.lagBy(0)
  team.breakReading(false)
  team.refuse(0)
}

async function carryOut(team: ReturnType<typeof createFaultyStream>, each: Step): Promise<void> {
  if (each.kind === 'publish') team.publish(each.subject, each.copies)
  else if (each.kind === 'disconnect') team.state.set({ state: 'disconnected', code: 'lost', detail: '' })
  else if (each.kind === 'connect') team.state.set({ state: 'connected', server: 's' })
  else if (each.kind === 'restart') team.restart()
  else if (each.kind === 'settle') await settled()
  else if (each.kind === 'loseKept') await loseKept(team)
  else if (each.kind === 'goBack') await goBack(team, each.count)
  else if ('count' in each) (each.kind === 'lag' ? team.lagBy : team.refuse)(each.count)
  else if ('breaks' in each) team.breakReading(each.breaks)
  else if ('ms' in each) {
    await pass(team, 5_000)
    team.lagBy(0)
    await pass(team, each.ms)
  }
}

it('takes everything that fits, whatever is lost, repeated, refused, late, set back or forgotten, and its position says no more than is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const team = createFaultyStream()
      for (const each of steps) await carryOut(team, each)
      heal(team)
      team.state.set({ state: 'connected', server: 's' })
      await pass(team, 300_000)
      team.stop()
      expect(team.problems).toEqual([])
      expect(team.kept).toEqual(expect.arrayContaining([...team.wanted()]))
      const last = team.stored.findLast(({ subject }) => fitsAny(subject))
      expect(team.position()).toBeGreaterThanOrEqual(last?.seq ?? 0)
    }),
    { numRuns: 150 }
  )
})

describe('A stream that is followed', () => {
  const reconnect = ({ state }: ReturnType<typeof createFaultyStream>): void =>
    state.set({ state: 'connected', server: 's' })
  const lost = (team: ReturnType<typeof createFaultyStream>, ...subjects: readonly string[]): void => {
    for (const subject of subjects) team.publish(subject, 0)
  }

  it('is read at once where a live message says that one before it was lost', async () => {
    const team = createFaultyStream()
    await pass(team, 5_000)
    lost(team, 'a.x')
    team.publish('a.x', 1)
    await pass(team, 1)
    expect(team.kept).toEqual([1, 2])
    team.stop()
  })

  it('is read within two minutes where the last message was lost', async () => {
    const team = createFaultyStream()
    // Beyond the first checks, which read anyway.
    await pass(team, 130_000)
    lost(team, 'a.x')
    await pass(team, 75_000)
    expect(team.kept).toEqual([1])
    team.stop()
  })

  it('is read again where a replica that lags ends too early', async () => {
    const team = createFaultyStream()
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
    const team = createFaultyStream()
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
    const team = createFaultyStream()
    lost(team, 'a.y', ...Array.from({ length: 450 }, () => 'c.y'))
    team.unasked.add('a.*')
    while (team.kept.length < 450) await settled()
    await pass(team, 1)
    expect(team.kept).toHaveLength(450)
    expect(team.problems).toEqual([])
    team.stop()
  })

  it('is read from its start where it went back, and not before that is sure', async () => {
    const team = createFaultyStream()
    for (const subject of ['a.x', 'b.x', 'c.y']) team.publish(subject, 1)
    await pass(team, 1)
    team.goBack(2)
    team.publish('a.y', 0)
    reconnect(team)
    await pass(team, 5_000)
    expect(team.isCaughtUp()).toBe(false)
    expect(team.wasSetBack()).toBe(0)
    await pass(team, 30_000)
    expect(team.wasSetBack()).toBe(1)
    expect(team.kept).toEqual([1, 2, 3, 1, 4])
    expect(team.isCaughtUp()).toBe(true)
    await pass(team, 75_000)
    expect(team.position()).toBe(2)
    team.stop()
  })

  it('is asked for its end where a live message has a number that is here already', async () => {
    const team = createFaultyStream()
    for (const subject of ['a.x', 'b.x', 'c.y']) team.publish(subject, 1)
    // Beyond the first checks, which raise the position.
    await pass(team, 130_000)
    team.goBack(2)
    team.publish('a.y', 1)
    await pass(team, 25_000)
    expect(team.kept).toContain(4)
    team.stop()
  })

  it('goes on from where it is where retention took all that fits', async () => {
    const team = createFaultyStream()
    for (const subject of ['a.x', 'b.x', 'c.y']) team.publish(subject, 1)
    await pass(team, 130_000)
    team.age()
    for (const filter of filters) team.unasked.add(filter)
    reconnect(team)
    await pass(team, 130_000)
    expect(team.isCaughtUp()).toBe(true)
    expect(team.wasSetBack()).toBe(0)
    expect(team.position()).toBe(3)
    team.stop()
  })

  it('is no stream that went back where a replica lags for a moment', async () => {
    const team = createFaultyStream()
    for (const subject of ['a.x', 'b.x', 'c.y']) team.publish(subject, 1)
    await pass(team, 130_000)
    const later = team.stored.splice(1)
    reconnect(team)
    await pass(team, 5_000)
    expect(team.isCaughtUp()).toBe(false)
    team.stored.push(...later)
    await pass(team, 30_000)
    expect(team.isCaughtUp()).toBe(true)
    expect(team.wasSetBack()).toBe(0)
    team.stop()
  })

  it('is read from its start, without waiting, where what was kept is lost', async () => {
    const team = createFaultyStream()
    for (const subject of ['a.x', 'b.x', 'c.y']) team.publish(subject, 1)
    await pass(team, 1)
    team.breakReading(true)
    reconnect(team)
    await pass(team, 120_000)
    team.breakReading(false)
    team.loseKept()
    await pass(team, 1)
    expect(team.kept).toEqual([1, 3, 1, 2, 3])
    expect(team.isCaughtUp()).toBe(true)
    team.stop()
  })
})
