import { expect, test } from 'vitest'
import { createRetentionService } from '../../../../../src/main/core/retention/index.ts'
import { createManualClock } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'

const dayMs = 86_400_000

function office(retentionDays: number | null, rounds = 1) {
  const clock = createManualClock()
  const asked: number[] = []
  let replacedCount = 0
  const service = createRetentionService({
    ledger: {
      forgetBefore: (atMs) => {
        asked.push(atMs)
        return Promise.resolve({ isDone: asked.length % rounds === 0 })
      }
    },
    retentionDays: () => retentionDays,
    publishReplaced: () => {
      replacedCount += 1
    },
    clock,
    log: createRecordingLog()
  })
  return { clock, asked, service, replacedCount: () => replacedCount }
}

test('deletes what is older, bit by bit until nothing is left of it', async () => {
  const { clock, asked, service, replacedCount } = office(30, 3)
  await service.apply()
  expect(asked).toEqual(Array.from({ length: 3 }, () => clock.nowMs() - 30 * dayMs))
  expect(replacedCount()).toBe(1)
})

test('keeps everything where that is wanted', async () => {
  const { asked, service, replacedCount } = office(null)
  await service.apply()
  expect(asked).toEqual([])
  expect(replacedCount()).toBe(0)
})

test('looks by itself a little after the start and again later, until it is stopped', async () => {
  const { clock, asked, service } = office(1)
  service.start()
  await clock.advance(60_000)
  await service.apply()
  const afterStart = asked.length
  expect(afterStart).toBeGreaterThan(0)
  await clock.advance(7 * 3_600_000)
  await service.apply()
  expect(asked.length).toBeGreaterThan(afterStart)
  service.stop()
  const atStop = asked.length
  await clock.advance(dayMs)
  expect(asked).toHaveLength(atStop)
})
