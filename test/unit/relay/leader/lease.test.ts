import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLease, type Lease } from '../../../../src/relay/leader/lease.ts'
import { createManualClock, type ManualClock, settled } from '../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../fakes/recording-log.ts'
import { createHaltableClock, createSimulatedLease, type Journey } from '../../../fakes/simulated-lease.ts'

const quick: Journey = { thereMs: 2, backMs: 2 }

interface Relay extends Lease {
  readonly halt: () => void
  readonly goOn: () => void
}

function office(journey: () => Journey = () => quick) {
  const clock = createManualClock()
  const server = createSimulatedLease(clock)
  const relay = (name: string): Relay => {
    const own = createHaltableClock(clock)
    const store = server.seenBy(own, journey)
    const lease = createLease({ store, holder: name, clock: own, log: createRecordingLog(), random: () => 1 })
    return { ...lease, halt: () => own.halt(), goOn: () => own.goOn() }
  }
  return { clock, server, relay }
}
const holders = (relays: readonly Relay[]) => relays.filter(({ isHeld }) => isHeld.get()).length

async function until(clock: ManualClock, isSo: () => boolean): Promise<number> {
  const startMs = clock.nowMs()
  while (!isSo() && clock.nowMs() - startMs < 60_000) await clock.advance(50)
  return clock.nowMs() - startMs
}

describe('of several relays', () => {
  test('one holds the lease for as long as it renews it', async () => {
    const { clock, relay } = office()
    const [first, second] = [relay('a'), relay('b')]
    const told: boolean[] = []
    first.isHeld.watch((isHeld) => told.push(isHeld))
    first.start()
    await clock.advance(10)
    second.start()
    await clock.advance(120_000)
    expect([first.isHeld.get(), second.isHeld.get()]).toEqual([true, false])
    expect(told).toEqual([true])
  })

  test('another takes it within 10 s of the last sign of one that was killed', async () => {
    for (const afterMs of [3_000, 4_200, 5_100]) {
      const { clock, relay } = office()
      const [first, second] = [relay('a'), relay('b')]
      first.start()
      await clock.advance(10)
      second.start()
      await clock.advance(afterMs)
      first.halt()
      expect(await until(clock, () => second.isHeld.get())).toBeLessThanOrEqual(10_000)
    }
  })

  test('another takes it at once where it is given up', async () => {
    const { clock, relay } = office()
    const [first, second] = [relay('a'), relay('b')]
    first.start()
    await clock.advance(10)
    second.start()
    await clock.advance(20_000)
    const stopped = first.stop()
    expect(first.isHeld.get()).toBe(false)
    expect(await until(clock, () => second.isHeld.get())).toBeLessThanOrEqual(50)
    await stopped
  })

  test('it is given up too where its renewal was under way', async () => {
    const { clock, server, relay } = office(() => ({ thereMs: 5, backMs: 200 }))
    const first = relay('a')
    first.start()
    await clock.advance(205)
    expect(first.isHeld.get()).toBe(true)
    await clock.advance(2_510)
    const stopped = first.stop()
    await clock.advance(1_000)
    await stopped
    expect(server.holder()).toBeNull()
    await clock.advance(20_000)
    expect(server.holder()).toBeNull()
  })

  test('one that cannot renew it stops while nobody else can have it', async () => {
    let journey = quick
    const { clock, server, relay } = office(() => journey)
    const first = relay('a')
    const told: boolean[] = []
    first.isHeld.watch((isHeld) => told.push(isHeld))
    first.start()
    await clock.advance(10_000)
    journey = { thereMs: null, backMs: null }
    await until(clock, () => !first.isHeld.get())
    expect(server.holder()).toBe('a')
    expect(told).toEqual([true, false])
  })

  test('one whose writing arrived although its answer did not takes it back before it would be gone', async () => {
    let journey: Journey = { thereMs: 2, backMs: null }
    const { clock, relay } = office(() => journey)
    const first = relay('a')
    first.start()
    await clock.advance(1_000)
    journey = quick
    expect(await until(clock, () => first.isHeld.get())).toBeLessThan(5_000)
  })

  test('one that was halted knows at once that it is over, whatever runs first', async () => {
    const { clock, relay } = office()
    const first = relay('a')
    first.start()
    await clock.advance(10)
    first.halt()
    await clock.advance(7_000)
    expect(first.isHeld.get()).toBe(false)
  })

  test('a clock that is set back makes it last no longer', async () => {
    let journey = quick
    const { clock, relay } = office(() => journey)
    const first = relay('a')
    first.start()
    await clock.advance(5_000)
    journey = { thereMs: null, backMs: null }
    clock.sleep(-4_000)
    await clock.advance(6_100)
    expect(first.isHeld.get()).toBe(false)
  })

  test('whoever stopped because a clock jumped ahead is told to begin anew', async () => {
    const { clock, relay } = office()
    const first = relay('a')
    const told: boolean[] = []
    first.isHeld.watch((isHeld) => told.push(isHeld))
    first.start()
    await clock.advance(1_000)
    clock.sleep(5_000)
    expect(first.isHeld.get()).toBe(false)
    await clock.advance(3_000)
    expect(told).toEqual([true, false, true])
  })
})

test('never do two hold it at once, whatever is late, lost or halted; in the end one does', async () => {
  const delay = fc.option(fc.integer({ min: 0, max: 4_000 }), { freq: 4 })
  const step = fc.record({ who: fc.nat(2), halts: fc.boolean(), forMs: fc.integer({ min: 1, max: 9_000 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(fc.record({ thereMs: delay, backMs: delay })),
      fc.array(step, { maxLength: 15 }),
      async (journeys, steps) => {
        let isQuiet = false
        const { clock, relay } = office(() => (isQuiet ? quick : (journeys.next().value ?? quick)))
        const relays = [relay('a'), relay('b'), relay('c')]
        for (const one of relays) one.start()
        for (const { who, halts, forMs } of steps) {
          if (halts) relays[who]?.halt()
          else relays[who]?.goOn()
          for (let ms = 0; ms < forMs; ms += 250) {
            await clock.advance(250)
            expect(holders(relays)).toBeLessThanOrEqual(1)
          }
        }
        isQuiet = true
        for (const one of relays) one.goOn()
        await settled()
        expect(holders(relays)).toBeLessThanOrEqual(1)
        await clock.advance(20_000)
        expect(holders(relays)).toBe(1)
      }
    ),
    { numRuns: 60 }
  )
})
