import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type StartedLedgerApp, startLedgerApp } from './start-ledger-app.ts'
import { openFile, readBack } from './stored-events.ts'

let app: StartedLedgerApp
let file: string
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'busy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  file = join(folder, 'ledger.db')
  app = await startLedgerApp(file)
})

const ring = (id: string): Promise<number> =>
  app.post('INCOMING_EXTERNAL_CALL', { call_id: id, from_number: '+15551234567', to_number: '+15559876543' })

/** Keeps the ledger's file from being written to, as a program that copies it would; answers how that ends. */
function keepBusy(): () => void {
  const other = openFile(file)
  other.exec('BEGIN IMMEDIATE')
  return () => other.close()
}

test('a ledger that another program keeps busy says so to the sender, and takes the event when it comes again', async () => {
  expect(await ring('before')).toBe(200)
  const end = keepBusy()
  expect(await ring('meanwhile')).toBe(503)
  end()
  expect(await ring('meanwhile')).toBe(200)
  await app.kill()
  expect(await readBack(file)).toEqual(['before', 'meanwhile'])
})

test('one that is busy for a moment only lets the sender wait', async () => {
  const end = keepBusy()
  const answered = ring('meanwhile')
  setTimeout(end, 300)
  expect(await answered).toBe(200)
  await app.kill()
  expect(await readBack(file)).toEqual(['meanwhile'])
})
