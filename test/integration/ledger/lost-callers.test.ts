import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDirectory } from '../../../src/main/core/contacts/index.ts'
import { createLostCallersService, type LostCallersService } from '../../../src/main/core/queues/index.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'
import type { LostCallerMark } from '../../../src/shared/domain/lost-caller.ts'
import { aloneAtWork } from '../../fakes/alone-at-work.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { textByKey } from '../../fakes/text-by-key.ts'
import { sampleTimeMs, webhookEvent } from '../../fakes/webhook-samples.ts'

const line = '+15559876543'
const ada = '+12125550123'
const ben = '+12125550187'
const hourMs = 3_600_000

let ledger: OpenedLedger
let service: LostCallersService
let callCount = 0

beforeEach(async () => {
  ledger = await openTestLedger()
  service = createLostCallersService({
    ledger,
    directory: createDirectory(textByKey),
    work: aloneAtWork(),
    publishChanged: () => {},
    clock: createManualClock(sampleTimeMs + hourMs),
    t: textByKey
  })
})
afterEach(() => ledger.close())

const lostIn = async (queue: string, from: string | null, afterSeconds: number, how = 'ABANDONED') => {
  callCount += 1
  const fields = {
    call_id: `c${callCount}`,
    to_number: line,
    queue_name: queue,
    ...(from !== null && { from_number: from })
  }
  await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', fields, afterSeconds))
  await ledger.appendEvent(webhookEvent(`QUEUE_HANGUP_${how}`, fields, afterSeconds + 30))
}
const mark = async (address: string, word: LostCallerMark) => {
  const marked = await service.mark(address, word, 0)
  if (!marked.ok) throw new Error(marked.failure.message)
  return marked.value
}
const answered = async (from: string, afterSeconds: number) => {
  callCount += 1
  const fields = { call_id: `c${callCount}`, to_number: line, from_number: from, extension: '1002' }
  await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', fields, afterSeconds))
  await ledger.appendEvent(webhookEvent('USER_ANSWER', fields, afterSeconds + 5))
  await ledger.appendEvent(webhookEvent('CALL_ENDED', fields, afterSeconds + 60))
}

test('a colleague who gave up in a queue is no caller to call back', async () => {
  const fields = {
    call_id: 'inside',
    from_number: '1002',
    extension: '1002',
    to_number: '8001',
    queue_name: 'Sales'
  }
  await ledger.appendEvent(webhookEvent('USER_DIAL', fields, 0))
  await ledger.appendEvent(webhookEvent('QUEUE_HANGUP_ABANDONED', fields, 30))
  await lostIn('Sales', ada, 60)
  expect((await service.list()).callers.map(({ party }) => party.address)).toEqual([ada])
})

test('who tried twice is one caller, with how often, when, how and where', async () => {
  await lostIn('Sales', ada, 0)
  await lostIn('Support', ada, 600, 'TIMEOUT')
  await lostIn('Sales', ben, 60)
  expect((await service.list()).callers).toMatchObject([
    {
      party: { address: ada },
      attemptCount: 2,
      firstAtMs: sampleTimeMs,
      lastAtMs: sampleTimeMs + 600_000,
      lastState: 'timed-out',
      queueNames: ['Support', 'Sales'],
      claim: null
    },
    { party: { address: ben }, attemptCount: 1, lastState: 'abandoned' }
  ])
})

test('a caller leaves once somebody has spoken with them, and comes back with the next attempt', async () => {
  await lostIn('Sales', ada, 0)
  await answered(ada, 300)
  expect((await service.list()).callers).toEqual([])
  await lostIn('Sales', ada, 900)
  expect((await service.list()).callers).toMatchObject([
    { attemptCount: 1, lastAtMs: sampleTimeMs + 900_000 }
  ])
})

test('a talk before the attempt closes nothing', async () => {
  await answered(ada, 0)
  await lostIn('Sales', ada, 300)
  expect((await service.list()).callers).toHaveLength(1)
})

test('callers without a number are counted, until they were seen', async () => {
  await lostIn('Sales', null, 0)
  await lostIn('Sales', null, 60)
  expect(await service.list()).toEqual({
    callers: [],
    anonymousCount: 2,
    anonymousLastAtMs: sampleTimeMs + 60_000,
    isTeamOffline: false
  })
  expect(await mark('', 'done')).toMatchObject({ anonymousCount: 0 })
})

test('I can take one, leave it again, and be done with it; the next attempt is a new one', async () => {
  await lostIn('Sales', ada, 0)
  expect((await mark(ada, 'claimed')).callers).toMatchObject([
    { claim: { by: null, atMs: sampleTimeMs + hourMs } }
  ])
  expect((await mark(ada, 'unclaimed')).callers).toMatchObject([{ claim: null }])
  expect((await mark(ada, 'done')).callers).toEqual([])
  // Taking it up again does not bring back what is done.
  expect((await mark(ada, 'claimed')).callers).toEqual([])
  await lostIn('Sales', ada, 7_200)
  expect((await service.list()).callers).toMatchObject([{ attemptCount: 1 }])
})

test('what I said of a caller is read for whom the board shows, and goes with what is too old', async () => {
  await lostIn('Sales', ada, 0)
  await lostIn('Sales', null, 0)
  await lostIn('Sales', ada, 3 * 3600)
  await mark(ada, 'claimed')
  await mark('', 'done')
  await ledger.markLostCaller({ address: ben, claimedAtMs: sampleTimeMs, doneAtMs: null })
  const marked = async () => (await ledger.readLostCallers(0)).marks.map(({ address }) => address)
  expect(await marked()).toEqual(['', ada])
  await ledger.forgetBefore(sampleTimeMs + hourMs)
  expect((await ledger.readLostCallers(0)).lost).toHaveLength(1)
  expect(await marked()).toEqual([ada])
  await ledger.forgetBefore(sampleTimeMs + hourMs + 1)
  expect(await marked()).toEqual([])
  await lostIn('Sales', ben, 3 * 3600)
  expect(await marked()).toEqual([])
})

test('what I said of a caller is forgotten with them', async () => {
  await lostIn('Sales', ada, 0)
  await mark(ada, 'claimed')
  await ledger.forgetPerson(ada)
  await lostIn('Sales', ada, 60)
  expect((await service.list()).callers).toMatchObject([{ claim: null }])
})

test('calls that came by no queue, and those of more than a week ago, are not on the board', async () => {
  const fields = { call_id: 'direct', from_number: ada, to_number: line }
  await ledger.appendEvent(webhookEvent('INCOMING_EXTERNAL_CALL', fields, 0))
  await ledger.appendEvent(webhookEvent('CALL_ENDED', fields, 20))
  await lostIn('Sales', ben, -8 * 24 * 3600)
  expect((await service.list()).callers).toEqual([])
})
