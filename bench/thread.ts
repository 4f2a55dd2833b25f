import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessageFact } from '../src/main/core/messages/index.ts'
import { createMessageTable } from '../src/main/ledger/message-table.ts'
import { type Database, openDatabase } from '../src/main/ledger/open-database.ts'
import { createOperations } from '../src/main/ledger/operations.ts'
import { threadIdOf } from '../src/shared/domain/message.ts'
import type { TimelineCursor } from '../src/shared/domain/timeline.ts'
import { interleave, median, percentile } from './interleave.ts'
import { createWriter, seeded } from './search-rows.ts'

const messageCount = 1_000_000
const longCount = 50_000
const shortCount = 50
const otherThreads = 19_000
const sliceSize = 20_000
/** As many as the short thread has, so that both read pages of one length; half of them lie before its middle. */
const pageSize = 50
const tries = 200
const fromMs = 1_700_000_000_000
const stepMs = 60_000

const line = '+15559876543'
const long = '+15550000001'
const short = '+15550000002'

/** What a thread of 50,000 messages costs beside one of 50, both in one encrypted ledger of a million messages. */
export async function benchThread(print: (line: object) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'thread-bench-'))
  const database = openDatabase(join(folder, 'ledger.db'), 'ab'.repeat(32))
  try {
    const startedAtMs = performance.now()
    fill(database)
    const elapsedS = (performance.now() - startedAtMs) / 1000
    print({ figure: 'messages filled in', value: elapsedS, unit: 's', against: null, ratio: null })
    // Nothing of the database is in SQLite's memory when a thread is opened: its pages are to be read and decrypted.
    const forget = () => void database.pragma('shrink_memory')
    for (const [figure, run] of figures(database)) {
      // In one transaction, so that what is written is not waited for.
      database.exec('BEGIN')
      await compare(print, figure, run, forget)
      database.exec('COMMIT')
    }
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each thread's messages all through the time, so that no two of one lie side by side in the table. */
function fill(database: Database): void {
  const messages = createMessageTable(database)
  const writer = createWriter(seeded(1))
  const others = Array.from({ length: otherThreads }, (_, index) => `+1556${String(1_000_000 + index)}`)
  const otherOf = (index: number): string => {
    if (index % (messageCount / longCount) === 0) return long
    if (index % (messageCount / shortCount) === 1) return short
    return others[(index * 7_919) % otherThreads] ?? short
  }
  for (let from = 0; from < messageCount; from += sliceSize) {
    database.exec('BEGIN')
    for (let index = from; index < from + sliceSize; index += 1)
      messages.add(factOf(index, otherOf(index), writer.message()))
    // As in a ledger of some years, in which nearly all is read.
    database.exec('UPDATE messages SET is_unread = 0 WHERE is_unread = 1; COMMIT')
  }
}

function factOf(index: number, other: string, body: string): MessageFact {
  const isReceived = index % 3 !== 0
  const [from, to] = isReceived ? [other, line] : [line, other]
  return {
    kind: isReceived ? 'received' : 'sent',
    atMs: fromMs + index * stepMs,
    messageId: `m${index}`,
    intentId: null,
    from,
    to,
    body,
    reason: null,
    source: `event-${index}`
  }
}

type Run = (other: string, round: number) => unknown

function figures(database: Database): readonly (readonly [figure: string, run: Run])[] {
  const { operations } = createOperations(database, { region: 'US', aliases: {} }, () => {})
  const page = (other: string, before: TimelineCursor | null) =>
    operations.getTimeline(other, { before, limit: before === null ? pageSize : pageSize / 2 })
  const middle = { atMs: fromMs + (messageCount / 2) * stepMs, kind: 'message', id: '' } as const
  const messages = createMessageTable(database)
  return [
    ['thread opened at its newest', (other) => page(other, null)],
    ['a page of its middle', (other, round) => page(other, { ...middle, atMs: middle.atMs + round })],
    [
      'its messages alone',
      (other) => operations.listMessages(threadIdOf(line, other), { before: null, limit: pageSize })
    ],
    [
      'a message received in it',
      (other, round) =>
        messages.add(factOf(messageCount + round * 2 + (other === long ? 0 : 1), other, 'Hello'))
    ]
  ]
}

async function compare(
  print: (line: object) => void,
  figure: string,
  run: Run,
  prepare: () => void
): Promise<void> {
  let round = 0
  const timed = (other: string) => {
    prepare()
    const startedAtMs = performance.now()
    run(other, round)
    return Promise.resolve([performance.now() - startedAtMs])
  }
  const samples = await interleave({
    tries,
    variants: {
      few: () => {
        round += 1
        return timed(short)
      },
      many: () => timed(long)
    }
  })
  const values = {
    p50: [median(samples.many), median(samples.few)] as const,
    p95: at95(samples.many, samples.few)
  }
  for (const [name, [value, other]] of Object.entries(values)) {
    print({
      figure: `${figure}, 50,000 messages, ${name}`,
      value,
      unit: 'ms',
      against: '50 messages',
      ratio: value / other
    })
  }
}

const at95 = (many: readonly number[], few: readonly number[]): readonly [number, number] => [
  percentile(many, 0.95),
  percentile(few, 0.95)
]
