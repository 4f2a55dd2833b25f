import { beforeEach, describe, expect, test } from 'vitest'
import { createPoller, type Source } from '../../../../../src/main/core/polling/index.ts'
import { createReadBudget, type ReadBudget } from '../../../../../src/main/core/voice360/index.ts'
import { createManualClock, type ManualClock, settled } from '../../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../../fakes/recording-log.ts'

const second = 1_000
const seen = 4 * second
const unseen = 16 * second

let clock: ManualClock
let budget: ReadBudget
let paceMs: number
/** What Voice360 says is left of 100, with its next answer. */
let remaining: number
let requestCount: number
let poller: Source
/** What is done with an answer. */
let answered: () => void
let log: ReturnType<typeof createRecordingLog>

beforeEach(() => {
  clock = createManualClock()
  budget = createReadBudget(() => 0)
  paceMs = unseen
  remaining = 100
  requestCount = 0
  answered = () => undefined
  log = createRecordingLog()
  poller = createPoller<null>({
    request: () => ({
      subject: 'developer',
      send() {
        requestCount += 1
        budget.note('developer', { remaining, limit: 100 }, clock.nowMs())
        return Promise.resolve({ ok: true, value: null })
      },
      answered: () => answered()
    }),
    paceMs: () => paceMs,
    budget,
    clock,
    log,
    random: () => 0.5
  })
})

async function start(): Promise<void> {
  poller.restart()
  await settled()
}

function comeToTheFront(): void {
  paceMs = seen
  poller.reconsider()
}

describe('a window that comes to the front', () => {
  test('is read for sooner', async () => {
    await start()
    await clock.advance(2 * second)
    comeToTheFront()
    await clock.advance(2 * second)
    expect(requestCount).toBe(2)
  })

  test('is not read for while nothing is left of the limit', async () => {
    await start()
    // What there was of this minute, others have used up.
    remaining = 0
    await clock.advance(unseen)
    comeToTheFront()
    await clock.advance(60 * second - unseen - 1)
    expect(requestCount).toBe(2)
    await clock.advance(1)
    expect(requestCount).toBe(3)
  })
})

test('a fault in taking an answer in is logged, and does not end the asking', async () => {
  answered = () => {
    throw new Error('The disk is full')
  }
  await start()
  expect(log.lines).toMatchObject([{ level: 'error', details: { error: 'Error: The disk is full' } }])
  await clock.advance(unseen)
  expect(requestCount).toBe(2)
})
