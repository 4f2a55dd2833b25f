import { expect, test } from 'vitest'
import { createListeningRecord } from '../../../../../src/main/core/reach/listening-record.ts'
import { type Reach, unknownReach } from '../../../../../src/shared/domain/reach.ts'
import { createManualClock } from '../../../../fakes/manual-clock.ts'

test('twice a minute it is written down that the app hears, and nothing while it does not', async () => {
  const clock = createManualClock()
  const written: number[] = []
  let gapCount = 0
  let state: Reach['state'] = 'degraded'
  const reach = () => ({ ...unknownReach, state })
  const record = createListeningRecord(
    { recordListening: (atMs) => Promise.resolve(written.push(atMs) === 3) },
    reach,
    clock,
    () => {
      gapCount += 1
    },
    () => {}
  )
  const startMs = clock.nowMs()
  record.start()
  await clock.advance(60_000)
  state = 'deaf'
  await clock.advance(120_000)
  state = 'listening'
  await clock.advance(30_000)
  record.stop()
  await clock.advance(60_000)
  expect(gapCount).toBe(1)
  expect(written.map((atMs) => atMs - startMs)).toEqual([0, 30_000, 60_000, 210_000])
})
