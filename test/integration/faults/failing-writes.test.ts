import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { DialIntent } from '../../../src/main/core/intent.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import { sampleTimeMs } from '../../fakes/webhook-samples.ts'
import { canFailWrites, type Faults, prepareFaults } from './failing-files.ts'
import { type StartedLedgerApp, startLedgerApp } from './start-ledger-app.ts'
import { readBack } from './stored-events.ts'

const line = '+15559876543'
const anna = '+15551234567'
/** More than are projected in the transaction that stores them. */
const burst = 20
const burstSpanMs = 100_000

interface Setting {
  readonly app: StartedLedgerApp
  /** Posts a call and notes what was promised; answers the status. */
  readonly ring: (id: string, afterSeconds?: number) => Promise<number>
  /** Rings many times at once, in a span of time of its own. */
  readonly ringBurst: (nth: number) => Promise<void>
  readonly promised: Set<string>
}

/** What is done while the nth write fails, and what has to be true again when writes succeed. */
interface Scenario {
  readonly isDatabaseOnly?: boolean
  readonly during: (setting: Setting, nth: number) => Promise<unknown>
  readonly after: (setting: Setting, nth: number) => Promise<unknown>
}

const query = {
  filter: noFilter,
  identity: { extension: null, myLines: null },
  alsoAddresses: [],
  after: null,
  limit: 100
}
const countCalls = async ({ app }: Setting, fromMs: number | null = null): Promise<number> => {
  const toMs = fromMs === null ? null : fromMs + burstSpanMs
  return (await app.ask('listCalls', { ...query, filter: { ...noFilter, fromMs, toMs } })).calls.length
}
const dial = (nth: number): DialIntent => ({
  kind: 'dial',
  id: `d${nth}`,
  createdAtMs: sampleTimeMs,
  to: anna,
  fromExtension: '1001',
  callerId: null,
  isRecorded: false
})
/** What fails has to say why; whatever else it says is a bug. */
const unavailable = (error: Error): void => expect(error).toMatchObject({ name: 'LedgerUnavailable' })
const anew = async (app: StartedLedgerApp): Promise<void> => {
  await expect.poll(() => app.isMadeAnew(), { interval: 2 }).toBe(true)
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'one event': {
    during: ({ ring }, nth) => ring(`one-${nth}`),
    after: async ({ ring }, nth) => {
      expect(await ring(`one-${nth}`)).toBe(200)
      expect(await ring(`next-${nth}`)).toBe(200)
    }
  },
  'a burst, stored first and shown later': {
    during: ({ ringBurst }, nth) => ringBurst(nth),
    after: async (setting, nth) => {
      await setting.ringBurst(nth)
      const fromMs = sampleTimeMs + nth * burstSpanMs
      await expect.poll(() => countCalls(setting, fromMs), { interval: 2 }).toBe(burst)
    }
  },
  'calls made anew': {
    during: async ({ app }, nth) => {
      await app.ask('setReader', { region: 'US', aliases: { queueName: [`q${nth}`] } }).catch(unavailable)
    },
    after: async ({ app }, nth) => {
      await app.ask('setReader', { region: 'US', aliases: { queueName: [`q${nth}`] } })
      await anew(app)
    }
  },
  'a person who is forgotten': {
    during: ({ app }) => app.ask('forgetPerson', anna).catch(unavailable),
    after: async (setting, nth) => {
      await setting.app.ask('forgetPerson', anna)
      expect(await countCalls(setting)).toBe(0)
      setting.promised.clear()
      await setting.ring(`again-${nth}`)
    }
  },
  'what is too old and deleted': {
    during: ({ app }) => app.ask('forgetBefore', sampleTimeMs + 60_000).catch(unavailable),
    after: async (setting, nth) => {
      await setting.app.ask('forgetBefore', sampleTimeMs + 60_000)
      expect(await countCalls(setting)).toBe(0)
      setting.promised.clear()
      for (const index of [1, 2, 3]) await setting.ring(`old-${nth}-${index}`)
    }
  },
  'a log that goes over to the database': {
    isDatabaseOnly: true,
    during: ({ app }) => app.reopen().catch(unavailable),
    after: async ({ app, ring }, nth) => {
      await app.reopen()
      expect(await ring(`reopened-${nth}`)).toBe(200)
    }
  }
}

const modes: readonly Omit<Faults, 'first'>[] = [
  { error: 'ENOSPC', isOnce: false },
  { error: 'EIO', isOnce: true }
]

async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'ledger.db')
  const faults = prepareFaults(folder, file)
  onTestFinished(faults.close)
  const app = await startLedgerApp(file, faults.environment)
  const promised = new Set<string>()
  async function ring(id: string, afterSeconds = 0): Promise<number> {
    // As a sender does: what was taken is not sent again.
    if (promised.has(id)) return 200
    const fields = { call_id: id, from_number: anna, to_number: line }
    const status = await app.post('INCOMING_EXTERNAL_CALL', fields, afterSeconds)
    expect([200, 503]).toContain(status)
    if (status === 200) promised.add(id)
    return status
  }
  async function ringBurst(nth: number): Promise<void> {
    const firstSecond = (nth * burstSpanMs) / 1_000
    const ids = Array.from({ length: burst }, (_, index) => `burst-${nth}-${index}`)
    await Promise.all(ids.map((id, index) => ring(id, firstSecond + index)))
  }
  return { file, faults, setting: { app, ring, ringBurst, promised } satisfies Setting }
}

describe.skipIf(!canFailWrites)('Where writes fail', () => {
  const cases = modes.flatMap((mode) =>
    Object.entries(scenarios).map(([name, scenario]) => ({ name, mode, scenario }))
  )
  test.each(cases)('$mode.error: $name', async ({ mode, scenario }) => {
    const { file, faults, setting } = await open()
    await scenario.after(setting, 0)
    let isReached = true
    let nth = 0
    while (isReached) {
      nth += 1
      faults.begin({ ...mode, first: nth, isDatabaseOnly: scenario.isDatabaseOnly ?? false })
      await scenario.during(setting, nth)
      isReached = faults.end() >= nth
      await scenario.after(setting, nth)
    }
    expect(nth).toBeGreaterThan(3)
    await setting.app.kill()
    const ids = await readBack(file)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([...setting.promised]))
  })

  test('nothing is dialed that could not be written down', async () => {
    const { file, faults, setting } = await open()
    let dialed = 0
    for (let nth = 1; dialed === 0; nth += 1) {
      faults.begin({ error: 'ENOSPC', first: nth, isOnce: false })
      const { outcome, requestCount } = await setting.app.dial(dial(nth))
      faults.end()
      expect(requestCount).toBe(outcome?.state === 'accepted' ? 1 : 0)
      dialed = requestCount
    }
    expect(dialed).toBe(1)
    await setting.app.kill()
    await readBack(file)
  })
})
