import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  constantFrom,
  double,
  noBias,
  option,
  record,
  uint8Array
} from 'fast-check'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { noFilter } from '../../../src/shared/domain/call.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'
import { middleOfEvents, overwrite, pageBytes } from './damage.ts'
import { openFile } from './stored-events.ts'

const line = '+15559876543'
const count = 300
const patience = { timeout: 30_000, interval: 10 }
const parts = ['', '-wal', '-shm'] as const
type Part = (typeof parts)[number]

const caller = (index: number): string => `+1555${1_000_000 + (index % 50)}`
const call = (index: number) =>
  webhookEvent(
    'INCOMING_EXTERNAL_CALL',
    { call_id: `c${index}`, from_number: caller(index), to_number: line },
    index
  )
const text = (index: number) => {
  const fields = {
    message_id: `m${index}`,
    from_number: caller(index),
    to_number: line,
    body: `Text no${index}`
  }
  return webhookEvent('SMS_RECEIVED', fields, index)
}
const events = Array.from({ length: count }, (_, index) => [call(index), text(index)]).flat()

/** Folders with what an app that was killed leaves: all of it in the database but for the last events; and everything in the log. */
let kept: string
let folder: string

async function fill(file: string): Promise<void> {
  const ledger = await openTestLedger({ file })
  const contact = { id: 'k1', name: 'Anna Ng', company: null, numbers: [{ address: caller(1), label: null }] }
  await ledger.saveContacts([contact])
  await ledger.saveNote({ id: 'n1', address: caller(1), body: 'Likes tea', atMs: sampleTimeMs })
  await Promise.all(events.slice(0, -20).map((event) => ledger.appendEvent(event)))
  await vi.waitFor(async () => expect(await listCalls(ledger)).toHaveLength(count - 10), patience)
  await ledger.close()
  const last = await openTestLedger({ file })
  for (const event of events.slice(-20)) await last.appendEvent(event)
  for (const part of parts) copyFileSync(file + part, join(kept, `ledger.db${part}`))
  await last.close()
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'damaged-'))
  kept = mkdtempSync(join(tmpdir(), 'damaged-'))
  await fill(join(folder, 'ledger.db'))
})
afterAll(() => {
  for (const each of [folder, kept]) rmSync(each, { recursive: true, force: true })
})

const listCalls = async (ledger: OpenedLedger) => {
  const identity = { extension: null, myLines: null }
  const query = { filter: noFilter, identity, alsoAddresses: [], after: null, limit: 1_000 }
  return (await ledger.listCalls(query)).calls
}

/** Reads everything that a page can show, and stores something. */
async function use(ledger: OpenedLedger): Promise<void> {
  await ledger.listEvents({ beforeSeq: null, limit: 1_000, isNotUnderstoodOnly: false })
  await listCalls(ledger)
  for (const { id } of await ledger.listThreads()) await ledger.listMessages(id, { before: null, limit: 100 })
  await ledger.search({ text: 'Text no1', limit: 100 })
  await ledger.listContacts({ text: '', after: null, limit: 100 })
  for (const event of [call(count), text(count)]) await ledger.appendEvent(event)
}

/** A copy of the ledger, in which `harm` has been done. */
function damagedCopy(harm: (file: string) => void): string {
  const copy = mkdtempSync(join(tmpdir(), 'damaged-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  const file = join(copy, 'ledger.db')
  for (const part of parts) copyFileSync(join(kept, `ledger.db${part}`), file + part)
  harm(file)
  return file
}

/** Uses a ledger until that works, as an app that is asked again and again would; answers it. */
async function useInTheEnd(file: string): Promise<OpenedLedger> {
  const ledger = await openTestLedger({ file })
  await vi.waitFor(() => use(ledger), patience)
  await vi.waitFor(() => expect(ledger.rebuild.get()).toBeNull(), patience)
  return ledger
}

const numbersIn = (database: ReturnType<typeof openFile>): readonly number[] =>
  database.prepare<[], number>('SELECT seq FROM events ORDER BY seq').pluck().all()

test('what is found damaged while the ledger runs is replaced at once, with everything that can still be read', async () => {
  // Events are not read at the start.
  const damagedAt = middleOfEvents(damagedCopy(() => undefined))
  const file = damagedCopy((path) => overwrite(path, damagedAt + 200, new Uint8Array(64)))
  const damaged = readFileSync(file).subarray(damagedAt, damagedAt + pageBytes)
  const ledger = await openTestLedger({ file })
  expect(ledger.recovered.get()).toBeNull()
  const told: unknown[] = []
  ledger.recovered.watch((recovered) => told.push(recovered))
  await expect(use(ledger)).rejects.toMatchObject({ name: 'LedgerUnavailable' })
  await vi.waitFor(() => use(ledger), patience)

  const { setAsideAs = '', keptEvents = 0 } = ledger.recovered.get() ?? {}
  expect(told).toHaveLength(1)
  expect(keptEvents).toBeGreaterThan(events.length - 100)
  await vi.waitFor(() => expect(ledger.rebuild.get()).toBeNull(), patience)
  expect((await listCalls(ledger)).length).toBeGreaterThan(count - 100)
  expect(await ledger.listContacts({ text: 'ann', after: null, limit: 10 })).toMatchObject([{ id: 'k1' }])
  expect(await ledger.search({ text: 'tea', limit: 10 })).toMatchObject({ texts: [{ id: 'n1' }] })
  expect((await ledger.search({ text: 'text', limit: 1_000 })).texts.length).toBeGreaterThan(count - 100)
  await ledger.close()
  const page = (path: string) => readFileSync(path).subarray(damagedAt, damagedAt + pageBytes)
  expect(page(setAsideAs).equals(damaged)).toBe(true)
})

/** A page or more of each file stays: of nothing nobody can say that it was more. */
const harms: Arbitrary<{ readonly part: Part; readonly at: number; readonly bytes: Uint8Array | null }> =
  record({
    part: constantFrom(...parts),
    /** As a part of the file's length. */
    at: noBias(double({ min: 0.001, max: 0.9999, noNaN: true })),
    /** Null cuts the file off there. */
    bytes: option(uint8Array({ minLength: 1, maxLength: 5_000 }), { freq: 3 })
  })

test.each([0, 1, 15])(
  'a database of which only %i bytes are left is not taken for a new one',
  async (size) => {
    const file = damagedCopy((path) => truncateSync(path, size))
    const log = readFileSync(`${file}-wal`)
    const ledger = await useInTheEnd(file)
    await ledger.close()
    const { setAsideAs = '', keptEvents = 0 } = ledger.recovered.get() ?? {}
    expect(keptEvents).toBeNull()
    expect(readFileSync(`${setAsideAs}-wal`).equals(log)).toBe(true)
  }
)

test('with another key nothing is lost of what an app that was killed left', async () => {
  const file = damagedCopy(() => {})
  const ledger = await openTestLedger({ file, encryptionKey: 'cd'.repeat(32) })
  await ledger.close()
  const before = await openTestLedger({ file: ledger.recovered.get()?.setAsideAs ?? '' })
  expect(await before.countEvents()).toMatchObject({ count: events.length })
  await before.close()
})

test('whatever is damaged, the ledger runs on, and says so where anything was lost', async () => {
  await assert(
    asyncProperty(array(harms, { minLength: 1, maxLength: 3 }), async (all) => {
      const file = damagedCopy((path) => {
        for (const { part, at, bytes } of all) {
          const offset = Math.floor(at * statSync(path + part).size)
          if (bytes === null) truncateSync(path + part, offset)
          else overwrite(path + part, offset, bytes)
        }
      })
      const ledger = await useInTheEnd(file)
      const { setAsideAs = '' } = ledger.recovered.get() ?? {}
      await ledger.close()
      const database = openFile(file)
      const integrity = database.pragma('integrity_check', { simple: true })
      const numbers = numbersIn(database)
      database.close()
      // A log that ends too early is what a power failure leaves too: then the last are missing, but none before them.
      const isLogHarmed = all.some(({ part }) => part === '-wal')
      const fewest = isLogHarmed ? events.length - 20 : events.length
      const isWhole = numbers.length >= fewest && numbers.every((number, index) => number === index + 1)
      const isKept = [setAsideAs, `${setAsideAs}-wal`].some((path) => existsSync(path))
      // What was not read may be damaged still, but nothing is that took the place of a damaged one.
      expect(isKept ? integrity : 'ok').toBe('ok')
      expect({ isWhole, isKept }).not.toEqual({ isWhole: false, isKept: false })
    }),
    { numRuns: Number(process.env['VOICE360_DAMAGE_RUNS'] ?? 12), seed: 360 }
  )
})
