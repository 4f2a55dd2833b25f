import { expect, test } from 'vitest'
import { createLiveValue } from '../../../../../src/main/core/live-value.ts'
import { createQuietWatch } from '../../../../../src/main/core/popup/quiet-watch.ts'
import { quietUntilOffMs } from '../../../../../src/shared/domain/quiet.ts'
import { createManualClock } from '../../../../fakes/manual-clock.ts'

function watched(quietUntilMs: number | null = null) {
  const clock = createManualClock()
  const settings = createLiveValue({ quietUntilMs })
  const quiet = createQuietWatch(settings, clock)
  const seen: (number | null)[] = []
  quiet.changed.watch(() => void seen.push(quiet.untilMs()))
  return { clock, settings, quiet, seen }
}

test('it is told when it begins, when its end is moved, and when it ends by itself', async () => {
  const { clock, settings, quiet, seen } = watched()
  const startMs = clock.nowMs()
  settings.set({ quietUntilMs: startMs + 60_000 })
  settings.set({ quietUntilMs: startMs + 90_000 })
  await clock.advance(89_999)
  expect(quiet.untilMs()).toBe(startMs + 90_000)
  await clock.advance(1)
  expect(quiet.untilMs()).toBeNull()
  expect(seen).toEqual([startMs + 60_000, startMs + 90_000, null])
})

test('it lasts for ever where it is to, and ends when it is turned off', async () => {
  const { clock, settings, quiet, seen } = watched(quietUntilOffMs)
  await clock.advance(40 * 86_400_000)
  expect(quiet.untilMs()).toBe(quietUntilOffMs)
  settings.set({ quietUntilMs: null })
  expect(seen).toEqual([null])
})

test('another setting is no news', () => {
  const { settings, seen } = watched()
  settings.set({ quietUntilMs: null })
  settings.set({ quietUntilMs: 5 })
  expect(seen).toEqual([])
})
