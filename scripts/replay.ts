import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { CallRecord } from '../src/main/core/calls/index.ts'
import { readEventLog } from '../src/main/core/diagnostics/index.ts'
import type { MessageRecord, ThreadRecord } from '../src/main/core/messages/index.ts'
import type { EventReader, Log } from '../src/main/core/ports.ts'
import { parseEvent } from '../src/main/core/webhooks/index.ts'
import { type OpenedLedger, openLedger } from '../src/main/ledger/open-ledger.ts'
import { noFilter } from '../src/shared/domain/call.ts'

/** A thread with its messages, oldest first. */
export interface ReplayedThread extends ThreadRecord {
  readonly messages: readonly MessageRecord[]
}

/** What the events of a log come to. */
export interface Replay {
  /** Those that could be read, and all. */
  readonly eventCount: number
  readonly lineCount: number
  /** Events that the ledger had already, and those that tell of no call or message. */
  readonly duplicateCount: number
  readonly notUnderstoodCount: number
  /** Oldest first. */
  readonly calls: readonly CallRecord[]
  readonly threads: readonly ReplayedThread[]
  /** Lines that could not be read, counted from 1, with why. */
  readonly problems: readonly { readonly line: number; readonly why: string }[]
}

/** A file that cannot be replayed, said for people. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError'
}

const logName = 'events.jsonl'
const zipStart = 'PK'
const largestLogBytes = 256 * 1024 ** 2
const perPage = 500
const silentLog: Log = { info() {}, warn() {}, error: (message, details) => console.error(message, details) }

/** The text of the event log in a support bundle, or in a file that is one. */
export async function readLogFile(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new ReplayError(
      error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${error.message}`
    )
  })
  if (bytes.length === 0) throw new ReplayError(`${path} is empty.`)
  if (bytes.toString('latin1', 0, 2) === zipStart) return readZip(path, bytes)
  if (bytes.includes(0)) throw new ReplayError(`${path} is neither a support bundle (zip) nor an ${logName}.`)
  return bytes.toString('utf8')
}

function readZip(path: string, bytes: Uint8Array): string {
  let log: Uint8Array | undefined
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === logName && originalSize <= largestLogBytes
    })
    log = files[logName]
  } catch (error) {
    throw new ReplayError(
      `${path} is a broken zip: ${error instanceof Error ? error.message : String(error)}`
    )
  }
  if (log !== undefined) return strFromU8(log)
  throw new ReplayError(
    `${path} holds no ${logName}: it was prepared without events. Prepare it again with “Include events”.`
  )
}

/** Feeds a log's events to a new ledger in memory, and reads what they come to. */
export async function replay(log: string, workerFile: string | URL): Promise<Replay> {
  const { head, events, brokenLines } = readEventLog(log)
  const problems = brokenLines.map((line) => ({ line, why: 'It is no event.' }))
  const lineCount = events.length + brokenLines.length
  if (events.length === 0) {
    throw new ReplayError(
      problems.length === 0
        ? 'There are no events in it.'
        : 'None of its lines is an event: is it an event log?'
    )
  }
  const reader: EventReader = { region: head?.region ?? 'US', aliases: head?.aliases ?? {} }
  const ledger = await openLedger({
    file: null,
    encryptionKey: randomBytes(32).toString('hex'),
    reader,
    workerFile,
    log: silentLog
  })
  try {
    let duplicateCount = 0
    for (const { line, receivedAtMs, method, raw } of events) {
      const parsed = parseEvent({ method, contentType: null, query: raw, body: raw }, receivedAtMs)
      if (parsed.outcome === 'not-an-event') problems.push({ line, why: parsed.why })
      // One after the other: of many at once the ledger would only later say what they come to.
      else if ((await ledger.appendEvent(parsed.envelope)).isDuplicate) duplicateCount += 1
    }
    return {
      eventCount: lineCount - problems.length,
      lineCount,
      duplicateCount,
      notUnderstoodCount: await countNotUnderstood(ledger),
      calls: await readCalls(ledger),
      threads: await readThreads(ledger),
      problems: problems.toSorted((one, other) => one.line - other.line)
    }
  } finally {
    await ledger.close()
  }
}

async function countNotUnderstood(ledger: OpenedLedger): Promise<number> {
  let count = 0
  let beforeSeq: number | null = null
  for (;;) {
    const page: readonly { readonly seq: number }[] = await ledger.listEvents({
      beforeSeq,
      limit: perPage,
      isNotUnderstoodOnly: true
    })
    count += page.length
    beforeSeq = page.at(-1)?.seq ?? null
    if (page.length < perPage) return count
  }
}

async function readCalls(ledger: OpenedLedger): Promise<readonly CallRecord[]> {
  const identity = { extension: null, myLines: null }
  const calls: CallRecord[] = []
  let after: Parameters<OpenedLedger['listCalls']>[0]['after'] = null
  do {
    const page: Awaited<ReturnType<OpenedLedger['listCalls']>> = await ledger.listCalls({
      filter: noFilter,
      identity,
      alsoAddresses: [],
      after,
      limit: perPage
    })
    calls.push(...page.calls)
    after = page.next
  } while (after !== null)
  return calls.toSorted((one, other) => one.startedAtMs - other.startedAtMs)
}

async function readThreads(ledger: OpenedLedger): Promise<readonly ReplayedThread[]> {
  const threads = await ledger.listThreads()
  return Promise.all(
    threads.map(async (thread) => ({ ...thread, messages: await readMessages(ledger, thread.id) }))
  )
}

async function readMessages(ledger: OpenedLedger, threadId: string): Promise<readonly MessageRecord[]> {
  let messages: readonly MessageRecord[] = []
  for (;;) {
    const [first] = messages
    const before = first === undefined ? null : { atMs: first.atMs, id: first.id }
    const page = await ledger.listMessages(threadId, { before, limit: perPage })
    messages = [...page, ...messages]
    if (page.length < perPage) return messages
  }
}
