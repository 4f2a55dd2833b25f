import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createListeningTable } from '../../../src/main/ledger/listening-table.ts'
import { openDatabase } from '../../../src/main/ledger/open-database.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs } from '../../fakes/webhook-samples.ts'

const at = (seconds: number): number => sampleTimeMs + seconds * 1_000
const stopped = 'the tunnel stopped'

let ledger: OpenedLedger
beforeEach(async () => {
  ledger = await openTestLedger()
})
afterEach(() => ledger.close())

const gaps = async () =>
  (await ledger.listGaps(10)).map(({ fromMs, toMs, reason }) => [
    (fromMs - sampleTimeMs) / 1_000,
    (toMs - sampleTimeMs) / 1_000,
    reason
  ])

async function hear(...seconds: readonly number[]): Promise<readonly boolean[]> {
  return Promise.all(seconds.map((each) => ledger.recordListening(at(each))))
}

describe('times in which the app could not hear', () => {
  it('have no reason where it did not run', async () => {
    expect(await hear(0, 30, 60, 3_600)).toEqual([false, false, false, true])
    expect(await gaps()).toEqual([[60, 3_600, null]])
  })

  it('are told with their reason, however short', async () => {
    await hear(0, 30)
    await ledger.endListening(at(35), stopped)
    expect(await gaps()).toEqual([])
    expect(await hear(38, 68)).toEqual([true, false])
    expect(await gaps()).toEqual([[35, 38, stopped]])
    const { gaps: shown } = await ledger.listCalls({
      filter: noFilter,
      identity: { extension: null, myLines: null },
      alsoAddresses: [],
      after: null,
      limit: 10
    })
    expect(shown).toEqual([{ fromMs: at(35), toMs: at(38), reason: stopped }])
  })

  it('begin when it heard last, where that was found out late', async () => {
    await hear(0, 30, 60)
    await ledger.endListening(at(45), stopped)
    await hear(90)
    expect(await gaps()).toEqual([[45, 90, stopped]])
  })

  it('begin no earlier than the time before began', async () => {
    await hear(0, 30)
    await ledger.endListening(at(-500), stopped)
    await hear(90)
    expect(await gaps()).toEqual([[0, 90, stopped]])
  })

  it('keep the reason that was said first', async () => {
    await hear(0)
    await ledger.endListening(at(5), stopped)
    await ledger.endListening(at(9), 'no network')
    await hear(20)
    expect(await gaps()).toEqual([[5, 20, stopped]])
  })

  it('are two, where the app was off first and then something else was the matter', async () => {
    await hear(0)
    await ledger.endListening(at(3_600), stopped)
    expect(await hear(3_700)).toEqual([true])
    expect(await gaps()).toEqual([
      [3_600, 3_700, stopped],
      [0, 3_600, null]
    ])
  })

  it('are none before it heard for the first time', async () => {
    await ledger.endListening(at(0), stopped)
    expect(await hear(60)).toEqual([false])
    expect(await gaps()).toEqual([])
  })

  it('are not made by a clock that was set back', async () => {
    expect(await hear(0, 30, -600, 60)).toEqual([false, false, false, false])
    await ledger.endListening(at(60), stopped)
    expect(await hear(40, 60, 90)).toEqual([false, true, false])
    expect(await gaps()).toEqual([])
  })

  it('are forgotten with what else is too old, but for when it heard last', async () => {
    await hear(0, 1_000, 2_000)
    await ledger.forgetBefore(at(500))
    expect(await gaps()).toEqual([[1_000, 2_000, null]])
    await ledger.forgetBefore(at(5_000))
    expect(await gaps()).toEqual([])
    expect(await hear(9_000)).toEqual([true])
    expect(await gaps()).toEqual([[2_000, 9_000, null]])
  })

  it('come newest first, no more than wanted', async () => {
    await hear(0, 1_000, 2_000, 3_000)
    expect((await ledger.listGaps(2)).map(({ fromMs }) => fromMs)).toEqual([at(2_000), at(1_000)])
  })
})

describe('times of which everything was caught up', () => {
  const caughtUp = (seconds: number, lostUntil: number | null = null) =>
    ledger.recordCaughtUp(
      at(seconds),
      lostUntil === null ? null : { untilMs: at(lostUntil), reason: 'no longer kept' }
    )

  it('are no gaps, whether the app did not run or had no connection', async () => {
    await hear(0, 30)
    expect(await caughtUp(3_600)).toBe(false)
    await ledger.endListening(at(3_660), stopped)
    expect(await caughtUp(30_000)).toBe(false)
    expect(await hear(30_030)).toEqual([false])
    expect(await gaps()).toEqual([])
  })

  it('are a gap as far as something of them is lost', async () => {
    await hear(0, 30)
    await ledger.endListening(at(60), stopped)
    expect(await caughtUp(30_000, 20_000)).toBe(true)
    expect(await gaps()).toEqual([[60, 20_000, 'no longer kept']])
    // Said again, as it is twice a minute, it adds nothing.
    expect(await caughtUp(30_030, 20_000)).toBe(false)
    expect(await hear(30_060)).toEqual([false])
    expect(await gaps()).toHaveLength(1)
  })

  it('lose nothing of what was heard before', async () => {
    await hear(0, 30, 60)
    expect(await caughtUp(90, 45)).toBe(false)
    expect(await gaps()).toEqual([])
  })

  it('are a gap to now at most, by whatever clock', async () => {
    await hear(0)
    expect(await caughtUp(600, 900)).toBe(true)
    expect(await gaps()).toEqual([[0, 600, 'no longer kept']])
    expect(await caughtUp(500)).toBe(false)
    expect(await hear(620)).toEqual([false])
    expect(await gaps()).toHaveLength(1)
  })

  it('begin with the first', async () => {
    expect(await caughtUp(0, -50)).toBe(false)
    expect(await gaps()).toEqual([])
  })

  it('are a gap from when a stream that went back is forgotten, whether or not it is ever read again', async () => {
    await hear(0, 30)
    await ledger.saveStreamPosition({ stream: 'events', seq: 45 })
    expect(await ledger.forgetStream('events', { untilMs: at(600), reason: 'went back' })).toBe(true)
    expect(await ledger.readStreamPosition('events')).toBe(0)
    expect(await gaps()).toEqual([[30, 600, 'went back']])
    expect(await caughtUp(9_000)).toBe(false)
    expect(await gaps()).toEqual([[30, 600, 'went back']])
    expect(await ledger.forgetStream('events', null)).toBe(false)
    expect(await gaps()).toHaveLength(1)
  })

  it('leave the gaps that stood before', async () => {
    await hear(0, 3_600)
    await caughtUp(9_000)
    expect(await gaps()).toEqual([[0, 3_600, null]])
  })
})

// Every page of the history and every caller's card asks for them.
it('those of years cost no more than those of a day', { timeout: 4_000 }, () => {
  const database = openDatabase(null, '')
  onTestFinished(() => void database.close())
  const listening = createListeningTable(database)
  const everyMs = 300_000
  const count = 50_000
  database.exec(`INSERT INTO listening_spans (from_ms, to_ms)
    WITH RECURSIVE each (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM each WHERE n < ${count})
    SELECT n * ${everyMs}, n * ${everyMs} + 1000 FROM each`)
  for (let n = 200; n < count; n += 250) {
    const fromMs = (n - 2) * everyMs
    const found = listening.gapsBetween(fromMs, n * everyMs)
    expect(found.map((gap) => gap.fromMs)).toEqual([fromMs + 1_000, fromMs + everyMs + 1_000])
    expect(listening.newestGaps(2).map((gap) => gap.toMs)).toEqual([count * everyMs, (count - 1) * everyMs])
  }
})
