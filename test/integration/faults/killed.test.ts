import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { integer, noBias, sample } from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { startLedgerApp } from './start-ledger-app.ts'
import { readBack } from './stored-events.ts'

const eventCount = 10_000
/** A hundred take minutes; they are for whoever changes how the ledger writes. */
const rounds = Number(process.env['VOICE360_KILL_ROUNDS'] ?? 2)

test(
  `an app that is killed in a burst of events has every one that it took (${rounds} times)`,
  async () => {
    const openedMs: number[] = []
    // At the beginning, when the first are safe, up to when all are, and are being made into calls.
    for (const killAfter of sample(noBias(integer({ min: 1, max: eventCount })), {
      numRuns: rounds,
      seed: 360
    })) {
      const folder = mkdtempSync(join(tmpdir(), 'killed-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const file = join(folder, 'ledger.db')
      const app = await startLedgerApp(file)
      const promised: string[] = []
      const killed = Promise.withResolvers<void>()
      async function ring(index: number): Promise<void> {
        const from_number = `+1555${String(1_000_000 + index)}`
        const fields = { call_id: `c${index}`, from_number, to_number: '+15559876543' }
        const status = await app.post('INCOMING_EXTERNAL_CALL', fields, index)
        if (status === 200) promised.push(`c${index}`)
        if (promised.length === killAfter) killed.resolve(app.kill())
      }
      await Promise.all(Array.from({ length: eventCount }, (_, index) => ring(index)))
      await killed.promise

      const startedAtMs = performance.now()
      const ledger = await openTestLedger({ file })
      openedMs.push(performance.now() - startedAtMs)
      await ledger.close()
      const ids = await readBack(file)
      expect(new Set(ids).size).toBe(ids.length)
      const stored = new Set(ids)
      expect(promised.filter((id) => !stored.has(id))).toEqual([])
    }
    const [median, slowest] = [0.5, 1].map(
      (share) => openedMs.toSorted((a, b) => a - b)[Math.ceil(share * rounds) - 1]
    )
    console.log(`Reopened in ${median?.toFixed(0)} ms (median), ${slowest?.toFixed(0)} ms (slowest)`)
  },
  60_000 + rounds * 15_000
)
