import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { joinTimeline } from '../../../src/main/core/calls/index.ts'
import type { MessageRecord } from '../../../src/main/core/messages/index.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import type { MessageCursor } from '../../../src/shared/domain/message.ts'
import type { TimelineCursor, TimelineEntry } from '../../../src/shared/domain/timeline.ts'
import { call } from '../../fakes/sample-records.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const lines = ['+15559876543', '+15550001111'] as const
const anna = '+15551234567'
const minuteMs = 60_000

let ledger: OpenedLedger
beforeEach(async () => {
  ledger = await openTestLedger()
})
afterEach(() => ledger.close())

type Kind = TimelineCursor['kind']

/** One entry of that kind; on either line, since both are with one person. */
async function put(kind: Kind, afterSeconds: number, index: number): Promise<void> {
  const numbers = { from_number: anna, to_number: lines[index % 2] }
  if (kind === 'note') {
    const atMs = sampleTimeMs + afterSeconds * 1000
    await ledger.saveNote({ id: `note-${index}`, address: anna, body: 'Note', atMs })
  } else if (kind === 'call') {
    const fields = { ...numbers, call_id: `c${index}` }
    await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', fields, afterSeconds))
  } else {
    const fields = { ...numbers, message_id: `m${index}`, body: 'Hello' }
    await ledger.appendEvent(webhookEvent('SMS_RECEIVED', fields, afterSeconds))
  }
}

/** Gaps of which some lie before everything, some among it, one at the time of an entry. */
async function beDeaf(): Promise<void> {
  for (const minutes of [-9, 0, 2.5, 5]) await ledger.recordListening(sampleTimeMs + minutes * minuteMs)
}

async function readAll(limit: number): Promise<readonly TimelineEntry[]> {
  const read = async (before: TimelineCursor | null): Promise<readonly TimelineEntry[]> => {
    const { earlier, calls, ...page } = await ledger.getTimeline(anna, { before, limit })
    const entries = joinTimeline({
      ...page,
      calls: calls.map(({ id, startedAtMs }) => call({ id, startedAtMs }))
    })
    const count = entries.filter(({ kind }) => kind !== 'gap').length
    expect(count).toBeLessThanOrEqual(limit)
    expect(earlier === null || count === limit).toBe(true)
    return [...(earlier === null ? [] : await read(earlier)), ...entries]
  }
  return read(null)
}

function keyOf(entry: TimelineEntry): string {
  switch (entry.kind) {
    case 'call':
      return entry.call.id
    case 'message':
      return entry.message.id
    case 'note':
      return entry.note.id
    case 'gap':
      return `gap at ${entry.atMs}`
  }
}

async function readThread(threadId: string, limit: number): Promise<readonly MessageRecord[]> {
  const read = async (before: MessageCursor | null): Promise<readonly MessageRecord[]> => {
    const page = await ledger.listMessages(threadId, { before, limit })
    const [first] = page
    return first === undefined ? [] : [...(await read({ atMs: first.atMs, id: first.id })), ...page]
  }
  return read(null)
}

test('pages of any length hold the whole timeline, each entry once, also where many are of one time', async () => {
  const entry = fc.tuple(
    fc.constantFrom<Kind[]>('call', 'message', 'note'),
    fc.oneof(fc.constantFrom(0, 0, 60, 150), fc.nat(300))
  )
  const [entries] = fc.sample(fc.array(entry, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 4 })
  for (const [index, [kind, afterSeconds]] of (entries ?? []).entries()) await put(kind, afterSeconds, index)
  await beDeaf()
  const whole = await readAll(500)
  expect(whole.filter(({ kind }) => kind !== 'gap')).toHaveLength(60)
  expect(new Set(whole.map(keyOf)).size).toBe(whole.length)
  expect(
    whole.filter(({ kind }) => kind === 'gap').map(({ atMs }) => (atMs - sampleTimeMs) / minuteMs)
  ).toEqual([0, 2.5])
  expect(whole.map(({ atMs }) => atMs)).toEqual(whole.map(({ atMs }) => atMs).toSorted((a, b) => a - b))
  for (const limit of [1, 2, 3, 7, 20, 59, 60, 61]) {
    expect((await readAll(limit)).map(keyOf)).toEqual(whole.map(keyOf))
  }
})

test('pages of a thread hold each message once too', async () => {
  for (const index of Array.from({ length: 24 }, (_, place) => place))
    await put('message', index % 3, index * 2)
  const whole = await readThread(`${lines[0]}|${anna}`, 500)
  expect(whole).toHaveLength(24)
  for (const limit of [1, 5, 23, 24]) expect(await readThread(`${lines[0]}|${anna}`, limit)).toEqual(whole)
})

test('a page stays where it was when something comes meanwhile', async () => {
  for (const index of [1, 2, 3, 4]) await put('message', index, index)
  const { earlier } = await ledger.getTimeline(anna, { before: null, limit: 2 })
  await put('message', 50, 50)
  await put('call', 1, 51)
  const {
    messages,
    calls,
    earlier: beginning
  } = await ledger.getTimeline(anna, { before: earlier, limit: 9 })
  expect(messages.map(({ atMs }) => atMs)).toEqual([sampleTimeMs + 1_000, sampleTimeMs + 2_000])
  expect(calls).toHaveLength(1)
  expect(beginning).toBeNull()
})

test('nobody has an empty timeline, with no gaps', async () => {
  await beDeaf()
  expect(await ledger.getTimeline(anna, { before: null, limit: 5 })).toEqual({
    calls: [],
    messages: [],
    notes: [],
    gaps: [],
    earlier: null
  })
})
