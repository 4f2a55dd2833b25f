import * as fc from 'fast-check'
import Papa from 'papaparse'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ImportProgress } from '../../../../../../src/shared/domain/contact.ts'
import type { MessageImportPreview } from '../../../../../../src/shared/domain/message.ts'
import { settled } from '../../../../../fakes/manual-clock.ts'
import {
  myLine,
  type OpenedMessaging,
  openMessaging,
  theirNumber
} from '../../../../../fakes/open-messaging.ts'

const header = ['time', 'line', 'number', 'name', 'direction', 'state', 'body', 'message_id']
const guard = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
/** A table as the app exports it. */
const csv = (...rows: readonly (readonly string[])[]): string =>
  Papa.unparse([header, ...rows.map((row) => row.map(guard))], { newline: '\r\n' })
const row = (change: Partial<Record<string, string>> = {}): readonly string[] => {
  const cells: Readonly<Record<string, string>> = {
    time: '2026-01-14T10:30:00.000+01:00',
    line: myLine,
    number: theirNumber,
    name: 'Anna Weber',
    direction: 'in',
    state: 'received',
    body: 'Hello',
    message_id: 'msg_1'
  }
  return header.map((column) => change[column] ?? cells[column] ?? '')
}
const message = {
  line: myLine,
  number: theirNumber,
  direction: 'in',
  body: 'Hello',
  state: 'received',
  time: '2026-01-14T10:30:00.000+01:00',
  messageId: null
}
const json = (...messages: readonly unknown[]): string =>
  JSON.stringify({ format: 'voice360-messages', version: 1, messages })

let it: OpenedMessaging

beforeEach(async () => {
  it = await openMessaging()
})

async function preview(text: string, fileName = 'messages.csv'): Promise<MessageImportPreview> {
  const outcome = await it.messageImport.preview({ fileName, text })
  if (!outcome.ok) throw new Error(outcome.failure.message)
  return outcome.value
}
async function store(text: string, fileName?: string): Promise<ImportProgress | undefined> {
  const { importId } = await preview(text, fileName)
  it.messageImport.start(importId)
  await expect.poll(() => it.toldOn('messages:import-progressed').at(-1)?.state).not.toBe('running')
  return it.toldOn('messages:import-progressed').at(-1)
}
const reasons = ({ rejected }: MessageImportPreview) =>
  rejected.map(({ row: number, reason }) => [number, reason.split(' ')[0]])

describe.each([
  [
    'a table',
    'messages.csv',
    csv(row(), row({ message_id: '', body: 'Again', time: '2026-01-14T10:31:00Z' }))
  ],
  [
    'JSON',
    'messages.json',
    json({ ...message, messageId: 'msg_1' }, { ...message, body: 'Again', time: '2026-01-14T10:31:00Z' })
  ]
])('%s that was exported', (_what, fileName, text) => {
  test('says what would come of it, and does nothing yet', async () => {
    expect(await preview(text, fileName)).toMatchObject({
      format: fileName.endsWith('json') ? 'json' : 'csv',
      newCount: 2,
      knownCount: 0,
      threadCount: 1,
      rejectedCount: 0,
      rejected: []
    })
    expect(it.ledger.messages).toEqual([])
  })

  test('is stored, and the pages ask again', async () => {
    expect(await store(text, fileName)).toMatchObject({ state: 'done', storedCount: 2, totalCount: 2 })
    expect(it.ledger.messages).toMatchObject([
      {
        direction: 'in',
        body: 'Hello',
        atMs: Date.UTC(2026, 0, 14, 9, 30),
        otherAddress: theirNumber
      },
      { body: 'Again', state: 'received' }
    ])
    expect(it.toldOn('calls:history-replaced')).toHaveLength(1)
  })

  test('once more brings nothing new', async () => {
    await store(text, fileName)
    expect(await preview(text, fileName)).toMatchObject({ newCount: 0, knownCount: 2 })
    await store(text, fileName)
    expect(it.ledger.messages).toHaveLength(2)
  })
})

test('what a spreadsheet would have run, and lines and quotes, come back as they were', async () => {
  const bodies = [
    '=1+1',
    '+49 is ours',
    '-5',
    '@home',
    '\tx',
    'a "quoted", line\nand another',
    "'tis",
    'ünï 😀'
  ]
  await store(csv(...bodies.map((body, index) => row({ body, message_id: `msg_${index}` }))))
  expect(it.ledger.messages.map(({ body }) => body)).toEqual(bodies)
})

test('any text comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .string({ unit: 'grapheme', maxLength: 200 })
        .filter((body) => !/^'[=+\-@\t\r]/.test(body) && !body.includes('\ufffd')),
      async (body) => {
        it = await openMessaging()
        await store(csv(row({ body }), row({ body: 'the end', message_id: 'msg_2' })))
        expect(it.ledger.messages.map((stored) => stored.body)).toEqual([body, 'the end'])
      }
    ),
    { numRuns: 60 }
  )
})

test('the same message twice in a file is one, whatever the exporting app called it', async () => {
  const text = csv(row(), row({ message_id: 'other' }))
  expect(await preview(text)).toMatchObject({ newCount: 1, knownCount: 1 })
})

test('a message that waited for its answer may have been sent', async () => {
  await store(csv(row({ direction: 'out', state: 'sending' })))
  expect(it.ledger.messages).toMatchObject([{ state: 'unknown' }])
})

describe('of a row that is broken', () => {
  test.each([
    ['no time zone', { time: '2026-01-14T10:30:00' }, 'messages.import.noTime'],
    ['no time', { time: 'yesterday' }, 'messages.import.noTime'],
    ['a time ahead', { time: '2031-01-14T10:30:00Z' }, 'messages.import.timeAhead'],
    ['another direction', { direction: 'both' }, 'messages.import.badField'],
    ['an unknown state', { state: 'lost' }, 'messages.import.badField'],
    ['a state of the other direction', { state: 'sent' }, 'messages.import.otherDirection'],
    ['a rounded number', { number: '1.55512E+10' }, 'contacts.number.rounded'],
    ['nobody it went to', { direction: 'out', state: 'sent', number: '' }, 'contacts.import.noNumber'],
    ['an endless number', { number: '1'.repeat(65) }, 'contacts.number.unreadable'],
    ['letters that were lost', { body: 'Gr\ufffd\ufffde' }, 'contacts.import.unreadableText'],
    ['an endless text', { body: 'x'.repeat(10_001) }, 'messages.import.bodyTooLong']
  ])('with %s it is said why, and the others are taken', async (_what, change, reason) => {
    const read = await preview(csv(row({ body: 'a' }), row(change), row({ body: 'b' })))
    expect(read).toMatchObject({ newCount: 2, rejectedCount: 1 })
    expect(reasons(read)).toEqual([[3, reason]])
  })

  test('with too few or too many cells, too', async () => {
    const read = await preview(`${csv(row())}\r\n2026-01-14T10:30:00Z,x\r\n${row().join(',')},more`)
    expect(reasons(read)).toEqual([
      [3, 'messages.import.wrongCells'],
      [4, 'messages.import.wrongCells']
    ])
  })

  test('in JSON, too, whatever stands there', async () => {
    const read = await preview(
      json(message, null, 7, { ...message, body: 5 }, { ...message, line: 1 }),
      'x.json'
    )
    expect(read).toMatchObject({ newCount: 1, rejectedCount: 4 })
    expect(reasons(read)).toEqual([
      [2, 'messages.import.noMessage'],
      [3, 'messages.import.noMessage'],
      [4, 'messages.import.badField'],
      [5, 'messages.import.badField']
    ])
  })
})

describe('a file', () => {
  test.each([
    ['of other columns', 'Name,Phone\nAda,+12125550101', 'messages.import.noColumn'],
    ['of nothing', '', 'messages.import.empty'],
    ['of a header alone', csv(), 'messages.import.empty'],
    ['of broken JSON', json(message).slice(0, -5), 'messages.import.brokenJson'],
    ['of other JSON', '{"messages":[]}', 'messages.import.notOurs'],
    ['of a later version', json().replace('"version":1', '"version":2'), 'messages.import.newerVersion'],
    [
      'whose quotation mark is never closed',
      `${csv(row())}\r\n"${'x,\n'.repeat(600_000)}`,
      'messages.import.rowTooLong'
    ]
  ])('%s is refused, and why is said', async (_what, text, reason) => {
    expect(await it.messageImport.preview({ fileName: 'messages', text })).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining(reason) }
    })
  })

  test('of any content never throws, and every row of it is counted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json().map((text) => json(JSON.parse(text))),
          fc.array(fc.array(fc.string(), { maxLength: 9 })).map((rows) => csv(...rows))
        ),
        async (text) => {
          const outcome = await it.messageImport.preview({ fileName: 'messages', text })
          if (!outcome.ok) return
          const { newCount, knownCount, rejectedCount } = outcome.value
          expect(newCount + knownCount + rejectedCount).toBeGreaterThan(0)
        }
      ),
      { numRuns: 200 }
    )
  })
})

describe('the storing', () => {
  const many = () =>
    json(...Array.from({ length: 1_200 }, (_, index) => ({ ...message, body: `Number ${index}` })))

  test('tells how far it is, and stops when it is asked to', async () => {
    const { importId } = await preview(many(), 'many.json')
    it.messageImport.start(importId)
    await expect.poll(() => it.toldOn('messages:import-progressed').at(-1)?.storedCount).toBe(500)
    it.messageImport.cancel(importId)
    await expect.poll(() => it.toldOn('messages:import-progressed').at(-1)?.state).toBe('cancelled')
    expect(it.ledger.messages.length).toBeLessThan(1_200)
  })

  test('that breaks off keeps what was stored and says so', async () => {
    const { importId } = await preview(many(), 'many.json')
    it.ledger.unavailable.add('importMessages')
    it.messageImport.start(importId)
    await settled()
    expect(it.toldOn('messages:import-progressed').at(-1)).toMatchObject({
      state: 'failed',
      message: 'contacts.notStored'
    })
  })

  test('of what was not previewed does not begin', () => {
    expect(it.messageImport.start('other')).toMatchObject({ ok: false, failure: { code: 'import-gone' } })
  })
})
