import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CarryOut, createCarryOut } from '../../../src/main/core/carry-out.ts'
import type { DialIntent } from '../../../src/main/core/intent.ts'
import { systemClock } from '../../../src/main/core/system-clock.ts'
import { createVoice360Api, type Voice360Api } from '../../../src/main/core/voice360/index.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import { createRecordingLog } from '../../fakes/recording-log.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { textByKey } from '../../fakes/text-by-key.ts'

const tries = 1_000
const answer = JSON.stringify({ error: false, result: { call_id: 'call-7' } })

/** Where the connection is cut, once the request is there in full. */
const cuts: readonly ((socket: Socket) => void)[] = [
  (socket) => socket.resetAndDestroy(),
  (socket) => socket.destroy(),
  (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'),
  (socket) => socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${answer.length}\r\n\r\n${answer.slice(0, 9)}`)
]

let server: Server
let ledger: OpenedLedger
let api: Voice360Api
let carryOut: CarryOut
const received = new Map<string, number>()

beforeAll(async () => {
  let count = 0
  server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      if (request.method !== 'POST') return response.end('{"error": false, "result": []}')
      const { to }: { to: string } = JSON.parse(Buffer.concat(pieces).toString())
      received.set(to, (received.get(to) ?? 0) + 1)
      count += 1
      return cuts[count % cuts.length]?.(request.socket)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  ledger = await openTestLedger()
  api = createVoice360Api({
    apiUrl: `http://127.0.0.1:${address.port}/v3/voice`,
    accountId: 61,
    keys: { user: 'user-key', developer: 'developer-key' }
  })
  carryOut = createCarryOut({
    ledger,
    clock: systemClock,
    log: createRecordingLog(),
    t: textByKey,
    publish: () => {}
  })
})
afterAll(async () => {
  await ledger.close()
  server.closeAllConnections()
  server.close()
})

const intentOf = (count: number): DialIntent => ({
  kind: 'dial',
  id: crypto.randomUUID(),
  createdAtMs: count,
  to: `+1212555${String(count).padStart(4, '0')}`,
  fromExtension: '1001',
  callerId: null,
  isRecorded: false
})

const dial = (intent: DialIntent) =>
  carryOut(intent, async () => {
    const placed = await api.placeCall({ from: '1001', to: intent.to, callerId: null, isRecorded: false })
    return placed.ok ? { ok: true, value: placed.value.call_id } : placed
  })

test('a dial whose connection is cut went out once, and is unknown', async () => {
  const intents = Array.from({ length: tries }, (_, count) => intentOf(count))
  for (let first = 0; first < tries; first += 20) {
    // A read between them, as polling does, and each intent twice, as from two windows.
    const batch = intents.slice(first, first + 20)
    const outcomes = await Promise.all([...batch, ...batch].map(dial))
    expect(outcomes.filter((outcome) => outcome?.state === 'unknown')).toHaveLength(batch.length)
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(batch.length)
    await api.getQueues()
  }
  expect(received.size).toBe(tries)
  expect([...received.values()].filter((count) => count !== 1)).toEqual([])
  const past = await ledger.listLastDials(tries)
  expect(past).toHaveLength(tries)
  expect(past.every(({ isUnsure }) => isUnsure)).toBe(true)
})
