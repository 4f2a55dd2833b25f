import { beforeEach, describe, expect, test } from 'vitest'
import { createCarryOut } from '../../../../src/main/core/carry-out.ts'
import type { DialIntent } from '../../../../src/main/core/intent.ts'
import type { LedgerChanges } from '../../../../src/main/core/ports.ts'
import type { ApiFailure, ApiResult } from '../../../../src/main/core/voice360/index.ts'
import { InMemoryLedger } from '../../../fakes/in-memory-ledger.ts'
import { createManualClock } from '../../../fakes/manual-clock.ts'
import { createRecordingLog } from '../../../fakes/recording-log.ts'
import { answered, refusedWith } from '../../../fakes/stub-api.ts'
import { textByKey } from '../../../fakes/text-by-key.ts'

const intent: DialIntent = {
  kind: 'dial',
  id: 'dial-1',
  createdAtMs: 0,
  to: '+12125550101',
  fromExtension: '1001',
  callerId: null,
  isRecorded: false
}

let ledger: InMemoryLedger
let published: LedgerChanges[]
let log: ReturnType<typeof createRecordingLog>
let requestCount: number

beforeEach(() => {
  ledger = new InMemoryLedger()
  published = []
  log = createRecordingLog()
  requestCount = 0
})

function carryOut(request: () => Promise<ApiResult<string | null>>) {
  const carry = createCarryOut({
    ledger,
    clock: createManualClock(5_000),
    log,
    t: textByKey,
    publish: (changes) => void published.push(changes)
  })
  return carry(intent, () => {
    requestCount += 1
    return request()
  })
}

test('the intent is in the ledger before its request leaves, and what became of it afterwards', async () => {
  const outcome = await carryOut(() => {
    expect(ledger.intents.get('dial-1')).toEqual(intent)
    expect(published).toHaveLength(1)
    expect(ledger.outcomes.size).toBe(0)
    return answered('call-7')
  })
  expect(outcome).toEqual({ state: 'accepted', apiId: 'call-7', atMs: 5_000 })
  expect(ledger.outcomes.get('dial-1')).toEqual(outcome)
  expect(published).toHaveLength(2)
})

test('what cannot be written down is not requested', async () => {
  ledger.unavailable.add('addIntent')
  const outcome = await carryOut(() => answered('call-7'))
  expect(outcome).toEqual({ state: 'refused', reason: 'api.notWrittenDown', atMs: 5_000 })
  expect(requestCount).toBe(0)
  expect(published).toEqual([])
  expect(log.lines.map(({ level }) => level)).toEqual(['error'])
})

test('an intent that is already there is not requested again', async () => {
  await carryOut(() => answered('call-7'))
  expect(await carryOut(() => answered('call-8'))).toBeNull()
  expect(requestCount).toBe(1)
  expect(ledger.outcomes.get('dial-1')).toMatchObject({ apiId: 'call-7' })
})

test('two at the same moment make one request', async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => carryOut(() => answered('call-7'))))
  expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1)
  expect(requestCount).toBe(1)
})

describe('a request that failed', () => {
  const mayHaveGoneOut: readonly ApiFailure[] = [
    { kind: 'timeout' },
    { kind: 'broken', reason: 'ECONNRESET' },
    { kind: 'unexpected' }
  ]
  const didNotGoOut: readonly ApiFailure[] = [
    { kind: 'unauthorized' },
    { kind: 'forbidden', reason: 'not yours' },
    { kind: 'not-found', reason: 'gone' },
    { kind: 'rejected', reason: 'bad number' },
    { kind: 'limited', retryAfterMs: 7_000 },
    { kind: 'unreachable' }
  ]

  test.each(mayHaveGoneOut)('$kind may have gone out: unknown', async (failure) => {
    const outcome = await carryOut(() => refusedWith(failure))
    expect(outcome).toMatchObject({ state: 'unknown', reason: expect.stringContaining('api.maybeSent') })
    expect(ledger.outcomes.get('dial-1')).toEqual(outcome)
    expect(requestCount).toBe(1)
  })

  test.each(didNotGoOut)('$kind did not: refused', async (failure) => {
    const outcome = await carryOut(() => refusedWith(failure))
    expect(outcome).toMatchObject({ state: 'refused', reason: expect.not.stringContaining('maybeSent') })
    expect(ledger.outcomes.get('dial-1')).toEqual(outcome)
    expect(requestCount).toBe(1)
  })
})

test('what became of it is answered even where it cannot be written down', async () => {
  ledger.unavailable.add('settleIntent')
  expect(await carryOut(() => answered('call-7'))).toMatchObject({ state: 'accepted' })
  expect(ledger.intents.has('dial-1')).toBe(true)
  expect(log.lines).toMatchObject([{ level: 'error', details: { state: 'accepted' } }])
})

test('a bug is not taken for a full disk', async () => {
  ledger.addIntent = () => Promise.reject(new TypeError('a bug'))
  await expect(carryOut(() => answered('call-7'))).rejects.toThrow('a bug')
  expect(requestCount).toBe(0)
})
