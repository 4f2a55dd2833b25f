import { beforeEach, expect, test } from 'vitest'
import { createQueueWatch } from '../../../../../src/main/core/queues/index.ts'
import type { Queue, QueueAlert } from '../../../../../src/shared/domain/queue.ts'
import { createManualClock, type ManualClock } from '../../../../fakes/manual-clock.ts'
import { sampleQueues } from '../../../../fakes/sample-queues.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

let clock: ManualClock
let alerts: readonly QueueAlert[]
let isQuiet: boolean
let told: string[]
let read: (nobodySinceMs: number | null) => void

beforeEach(() => {
  clock = createManualClock()
  alerts = [{ queueId: 100_134, minutes: 2 }]
  isQuiet = false
  told = []
  const watch = createQueueWatch({
    alerts: () => alerts,
    isQuiet: () => isQuiet,
    notifier: {
      notify({ title }) {
        told.push(title)
        return () => {}
      }
    },
    showQueues: () => {},
    clock,
    t: textByKey
  })
  const [sales] = sampleQueues(clock.nowMs()).queues as readonly [Queue]
  read = (nobodySinceMs) => watch.queuesRead([{ ...sales, nobodySinceMs }])
})

test('tells once of a time in which nobody is available for as long as the user said', async () => {
  const sinceMs = clock.nowMs()
  read(sinceMs)
  await clock.advance(119_999)
  read(sinceMs)
  expect(told).toEqual([])
  await clock.advance(1)
  read(sinceMs)
  read(sinceMs)
  expect(told).toHaveLength(1)
})

test('tells again of the next time', async () => {
  const sinceMs = clock.nowMs()
  await clock.advance(120_000)
  read(sinceMs)
  read(null)
  const nextMs = clock.nowMs()
  await clock.advance(120_000)
  read(nextMs)
  expect(told).toHaveLength(2)
})

test('says nothing in quiet time, nor afterwards of the same time, nor of a queue nobody asked about', async () => {
  const sinceMs = clock.nowMs()
  await clock.advance(120_000)
  isQuiet = true
  read(sinceMs)
  isQuiet = false
  read(sinceMs)
  alerts = []
  read(clock.nowMs() - 600_000)
  expect(told).toEqual([])
})
