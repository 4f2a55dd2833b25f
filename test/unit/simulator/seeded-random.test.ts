import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SeededRandom } from '../../../src/simulator/seeded-random.ts'

const draws = (random: SeededRandom) => Array.from({ length: 20 }, () => random.next())

describe('SeededRandom', () => {
  it('gives the same sequence for the same seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(draws(new SeededRandom(seed))).toEqual(draws(new SeededRandom(seed)))
      })
    )
  })

  it('gives each purpose a sequence of its own', () => {
    expect(draws(SeededRandom.forPurpose(1, 'calls'))).not.toEqual(draws(SeededRandom.forPurpose(1, 'keys')))
    expect(draws(SeededRandom.forPurpose(1, 'calls'))).not.toEqual(draws(SeededRandom.forPurpose(2, 'calls')))
  })

  it('draws integers between both ends, ends included', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, lowest, span) => {
        const drawn = new SeededRandom(seed).integer(lowest, lowest + span)
        expect(drawn).toBeGreaterThanOrEqual(lowest)
        expect(drawn).toBeLessThanOrEqual(lowest + span)
      })
    )
    const random = new SeededRandom(7)
    expect(new Set(Array.from({ length: 200 }, () => random.integer(1, 3)))).toEqual(new Set([1, 2, 3]))
  })

  it('has nothing to pick from an empty list', () => {
    expect(new SeededRandom(1).pickAny([])).toBeUndefined()
  })
})
