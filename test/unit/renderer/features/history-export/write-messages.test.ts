import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { guardStart } from '../../../../../src/renderer/features/history-export/csv.ts'
import type { ExportFormat } from '../../../../../src/renderer/features/history-export/write-history.ts'
import { writeMessages } from '../../../../../src/renderer/features/history-export/write-messages.ts'
import type { Message, Thread } from '../../../../../src/shared/domain/message.ts'
import { sampleThreads } from '../../../../fakes/sample-office.ts'
import { type Answers, ScriptedBridge } from '../../../../fakes/scripted-bridge.ts'

const startMs = Date.UTC(2026, 10, 24, 17, 11, 35, 250)
const threads = sampleThreads(startMs).slice(0, 2)

const message = (thread: Thread, index: number, body = `Message ${index}`): Message => ({
  id: `${thread.id} ${index}`,
  threadId: thread.id,
  direction: index % 2 === 0 ? 'in' : 'out',
  body,
  // Two of each time: the cursor must not lose one at the border of pages.
  atMs: startMs + Math.floor(index / 2) * 1_000,
  state: index % 2 === 0 ? 'received' : 'unknown',
  reason: null
})

const counts = [1_203, 500]
const all = threads.map((thread, at) =>
  Array.from({ length: counts[at] ?? 0 }, (_, index) => message(thread, index))
)
const indexOf = (id: string) => Number(id.split(' ').at(-1))

const listMessages: Answers['messages:list-messages'] = ({ threadId, before, limit }) => {
  const theirs = all[threads.findIndex(({ id }) => id === threadId)] ?? []
  return theirs.slice(0, before ? indexOf(before.id) : theirs.length).slice(-limit)
}

const write = (
  format: ExportFormat,
  answer = listMessages,
  signal: AbortSignal = new AbortController().signal,
  onProgress: (count: number) => void = () => {}
) =>
  writeMessages({
    bridge: new ScriptedBridge(0, { 'messages:list-messages': answer }),
    threads,
    format,
    timeZone: 'America/New_York',
    signal,
    onProgress
  })

const text = async (format: ExportFormat, answer = listMessages) =>
  (await write(format, answer)).parts.join('')

describe('an export of messages', () => {
  it('holds every message once, oldest first, as JSON that says what it is', async () => {
    const file = JSON.parse(await text('json'))
    expect(file).toMatchObject({ format: 'voice360-messages', version: 1 })
    expect(file.messages.map(({ messageId }: { messageId: string }) => messageId)).toEqual(
      all.flat().map(({ id }) => id)
    )
    expect(file.messages[1]).toEqual({
      line: threads[0]?.line.address,
      number: threads[0]?.other.address,
      direction: 'out',
      body: 'Message 1',
      state: 'unknown',
      time: '2026-11-24T12:11:35.250-05:00',
      messageId: `${threads[0]?.id} 1`
    })
    expect(Date.parse(file.messages[1].time)).toBe(startMs)
  })

  it('holds the same as CSV, with its header, lines ended as RFC 4180 wants', async () => {
    const csv = await text('csv')
    expect(csv.startsWith('\uFEFFtime,line,number,name,direction,state,body,message_id\r\n')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true })
    expect(data.map(({ message_id: id }) => id?.replace(/^'/, ''))).toEqual(all.flat().map(({ id }) => id))
    expect(data[0]).toMatchObject({ name: threads[0]?.other.name, number: `'${threads[0]?.other.address}` })
  })

  it('tells how far it is, and says how many there were', async () => {
    const told: number[] = []
    const { count } = await write('csv', listMessages, undefined, (read) => told.push(read))
    expect(count).toBe(1_703)
    expect(told).toEqual([500, 1_000, 1_203, 1_703])
  })

  it('of nothing is a file without messages', async () => {
    expect(JSON.parse(await text('json', () => []))).toMatchObject({ messages: [] })
    expect((await text('csv', () => [])).trim().split('\r\n')).toHaveLength(1)
  })

  it('stops when it is cancelled, and writes nothing where a page cannot be read', async () => {
    const stop = new AbortController()
    await expect(write('csv', listMessages, stop.signal, () => stop.abort())).rejects.toThrow('aborted')
    const failing = () => {
      throw new Error('The database is busy.')
    }
    await expect(write('json', failing)).rejects.toThrow('The database is busy.')
  })

  it('brings every text back, whatever it holds, and starts no formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), async (bodies) => {
        const wanted = bodies.filter((body) => !/^'[=+\-@\t\r]/.test(body))
        const answer: Answers['messages:list-messages'] = ({ threadId }) =>
          threads[0] && threadId === threads[0].id
            ? wanted.map((body, index) => message(threads[0] as Thread, index, body))
            : []
        const { data } = Papa.parse<string[]>((await text('csv', answer)).slice(1), { newline: '\r\n' })
        const rows = data.slice(1, -1)
        expect(rows.map((row) => row[6]?.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(wanted)
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        expect(JSON.parse(await text('json', answer)).messages.map(({ body }: Message) => body)).toEqual(
          wanted.map((body) => body.toWellFormed())
        )
      }),
      { numRuns: 50 }
    )
  })

  it('guards only the beginning of a text', () => {
    expect(['=1', '+1', '-', '@x', '\ty', 'a;=1', ' =1', ''].map(guardStart)).toEqual([
      "'=1",
      "'+1",
      "'-",
      "'@x",
      "'\ty",
      'a;=1',
      ' =1',
      ''
    ])
  })
})
