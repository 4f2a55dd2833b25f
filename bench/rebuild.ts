import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rereadEvent } from '../src/main/core/webhooks/index.ts'
import { createEventTable } from '../src/main/ledger/event-table.ts'
import { type Database, openDatabase } from '../src/main/ledger/open-database.ts'
import { createOperations } from '../src/main/ledger/operations.ts'

const eventCount = 1_000_000
const encryptionKey = 'ab'.repeat(32)
const startMs = Date.UTC(2026, 0, 1)
const reader = { region: 'US', aliases: {} }
const eventsPerSlice = 400

/** How fast the calls are made anew from a million events, beside only reading those events. */
export async function benchRebuild(print: (line: object) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rebuild-bench-'))
  try {
    const database = openDatabase(join(folder, 'ledger.db'), encryptionKey)
    fill(database)
    const readRate = rateOf(() => readAll(database))
    const { rebuild } = createOperations(database, reader, () => {})
    const rebuildRate = rateOf(() => {
      while (rebuild.progress() !== null) {
        database.exec('BEGIN IMMEDIATE')
        rebuild.step()
        database.exec('COMMIT')
      }
    })
    const { count = 0 } =
      database.prepare<[], { readonly count: number }>('SELECT count(*) AS count FROM calls').get() ?? {}
    database.close()
    print({
      figure: 'events made into calls anew',
      value: Math.round(rebuildRate),
      unit: '1/s',
      against: 'reading them only',
      ratio: rebuildRate / readRate
    })
    print({ figure: 'calls they came to', value: count, unit: '1', against: null, ratio: null })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  await Promise.resolve()
}

/** Four events a call, as Voice360's own sample office would send them. */
function fill(database: Database): void {
  const insert = database.prepare(
    'INSERT INTO events (key, name, account_id, occurred_at_ms, received_at_ms, method, raw) VALUES (?, ?, ?, ?, ?, ?, ?)'
  )
  const names = ['INCOMING_EXTERNAL_CALL', 'USER_ANSWER', 'USER_HANGUP', 'CALL_ENDED']
  database.exec('BEGIN')
  for (let index = 0; index < eventCount; index += 1) {
    const call = Math.floor(index / 4)
    const name = names[index % 4] ?? ''
    const atMs = startMs + call * 30_000 + (index % 4) * 5_000
    const metadata = {
      call_id: `c${call}`,
      from_number: `+1555${String(call % 50_000).padStart(7, '2')}`,
      to_number: `+1555987654${call % 5}`,
      ...(index % 4 > 0 && { extension: String(1000 + (call % 40)) })
    }
    const raw = JSON.stringify({ event_name: name, account_id: '61', timestamp: atMs / 1000, metadata })
    insert.run(`${name} ${call}`, name, '61', atMs, atMs, 'POST', raw)
  }
  database.exec('COMMIT')
}

function readAll(database: Database): void {
  const events = createEventTable(database)
  for (let upto = eventCount; upto > 0; upto -= eventsPerSlice) {
    for (const stored of events.slice(upto, eventsPerSlice)) rereadEvent(stored)
  }
}

function rateOf(work: () => void): number {
  const beganMs = performance.now()
  work()
  return (eventCount / (performance.now() - beganMs)) * 1000
}
