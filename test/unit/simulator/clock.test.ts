import { describe, expect, it } from 'vitest'
import { ManualClock, TimerScope } from '../../../src/simulator/clock.ts'

describe('ManualClock', () => {
  it('stands still until it is advanced', () => {
    const clock = new ManualClock(1_000)
    clock.advance(250)
    expect(clock.nowMs()).toBe(1_250)
  })

  it('runs timers in order of time, each at its own instant', () => {
    const clock = new ManualClock(0)
    const seen: [string, number][] = []
    clock.schedule(300, () => seen.push(['third', clock.nowMs()]))
    clock.schedule(100, () => seen.push(['first', clock.nowMs()]))
    clock.schedule(200, () => seen.push(['second', clock.nowMs()]))
    clock.advance(1_000)
    expect(seen).toEqual([
      ['first', 100],
      ['second', 200],
      ['third', 300]
    ])
  })

  it('runs timers of one instant in the order in which they were set', () => {
    const clock = new ManualClock(0)
    const seen: string[] = []
    clock.schedule(100, () => seen.push('a'))
    clock.schedule(100, () => seen.push('b'))
    clock.advance(100)
    expect(seen).toEqual(['a', 'b'])
  })

  it('runs what other timers set, if it falls due within the advance', () => {
    const clock = new ManualClock(0)
    const seen: number[] = []
    const tick = () => {
      seen.push(clock.nowMs())
      clock.schedule(100, tick)
    }
    clock.schedule(100, tick)
    clock.advance(350)
    expect(seen).toEqual([100, 200, 300])
  })

  it('does not run what was cancelled, or is not due yet', () => {
    const clock = new ManualClock(0)
    const seen: string[] = []
    const cancel = clock.schedule(100, () => seen.push('cancelled'))
    clock.schedule(101, () => seen.push('later'))
    cancel()
    clock.advance(100)
    expect(seen).toEqual([])
  })
})

describe('TimerScope', () => {
  it('cancels its own timers and no others', () => {
    const clock = new ManualClock(0)
    const scope = new TimerScope(clock)
    const seen: string[] = []
    scope.schedule(10, () => seen.push('scoped'))
    clock.schedule(10, () => seen.push('other'))
    scope.cancelAll()
    scope.schedule(20, () => seen.push('set afterwards'))
    clock.advance(100)
    expect(seen).toEqual(['other', 'set afterwards'])
  })

  it('runs nothing once it is closed', () => {
    const clock = new ManualClock(0)
    const scope = new TimerScope(clock)
    const seen: string[] = []
    scope.schedule(10, () => seen.push('before'))
    scope.close()
    scope.schedule(10, () => seen.push('after'))
    clock.advance(100)
    expect(seen).toEqual([])
  })
})
