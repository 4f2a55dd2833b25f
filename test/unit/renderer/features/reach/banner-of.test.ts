import { expect, it } from 'vitest'
import { bannerOf, isNeverReached } from '../../../../../src/renderer/features/reach/banner-of.ts'
import { type Reach, unknownReach } from '../../../../../src/shared/domain/reach.ts'
import { sampleReach, unchosenReach } from '../../../../fakes/sample-reach.ts'

const nowMs = 1_000_000_000
const deafFor = (ms: number): Reach => sampleReach(nowMs, { state: 'deaf', sinceMs: nowMs - ms })
const addressChange = { atMs: nowMs, before: 'https://a.example', after: 'https://b.example' }

it('says nothing while calls arrive, are not certain, or nothing is known', () => {
  expect(bannerOf(sampleReach(nowMs), nowMs, false)).toBe(null)
  expect(bannerOf(sampleReach(nowMs, { state: 'degraded' }), nowMs, false)).toBe(null)
  expect(bannerOf(unknownReach, nowMs, false)).toBe(null)
})

it('tells that it is deaf after ten seconds, whatever was dismissed', () => {
  expect(bannerOf(deafFor(10_000), nowMs, true)).toBe(null)
  expect(bannerOf(deafFor(10_001), nowMs, true)).toBe('deaf')
})

it('tells of another address, but first that nothing is heard at all', () => {
  expect(bannerOf(sampleReach(nowMs, { addressChange }), nowMs, false)).toBe('address-changed')
  expect(bannerOf({ ...deafFor(20_000), addressChange }, nowMs, false)).toBe('deaf')
})

it('asks for a choice until it is dismissed, or an event ever came without one', () => {
  const reach = unchosenReach(nowMs)
  expect(bannerOf(reach, nowMs, false)).toBe('not-chosen')
  expect(bannerOf(reach, nowMs, true)).toBe(null)
  expect(bannerOf({ ...reach, eventCount: 1 }, nowMs, false)).toBe(null)
})

it('tells that nothing listens also where nothing was chosen', () => {
  expect(bannerOf({ ...unchosenReach(nowMs), state: 'deaf', webhookUrl: null }, nowMs, true)).toBe('deaf')
})

it('goes on with the first start only where nothing was chosen and nothing ever came', () => {
  expect(isNeverReached(unchosenReach(nowMs))).toBe(true)
  expect(isNeverReached({ ...unchosenReach(nowMs), eventCount: 1 })).toBe(false)
  expect(isNeverReached(sampleReach(nowMs, { eventCount: 0 }))).toBe(false)
})
