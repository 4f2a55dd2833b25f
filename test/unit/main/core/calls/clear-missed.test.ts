import { expect, test } from 'vitest'
import { type CallRecord, createMissedCallClearer } from '../../../../../src/main/core/calls/index.ts'
import type { LedgerChanges } from '../../../../../src/main/core/ports.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import { callRecord } from '../../../../fakes/sample-records.ts'

const caller = '+15551234567'
const missed = (id: string, startedAtMs: number) =>
  callRecord({
    id,
    otherAddress: caller,
    state: 'missed',
    isUnread: true,
    startedAtMs,
    endedAtMs: startedAtMs
  })
const me = { extension: '1001', myLines: null }

async function clearedBy(
  change: Parameters<typeof callRecord>[0],
  before: readonly CallRecord[] = [missed('before', 10), missed('after', 90)]
): Promise<readonly string[]> {
  const ledger = new InMemoryLedger()
  ledger.calls = before
  const published: LedgerChanges[] = []
  const clear = createMissedCallClearer(
    ledger,
    () => me,
    (changes) => void published.push(changes)
  )
  await clear(callRecord({ id: 'now', otherAddress: caller, startedAtMs: 50, ...change }))
  return published.flatMap(({ calls }) => calls.map(({ id }) => id))
}

test.each([
  ['my calling back', { dialId: 'd1', direction: 'outbound', state: 'dialing' }],
  ['my talking with them', { state: 'answered', answeredAtMs: 55, agentExtension: '1001' }]
] as const)('%s clears the missed calls before it, and no later one', async (_what, change) => {
  expect(await clearedBy(change)).toEqual(['before'])
})

test("my talking with a colleague clears that colleague's missed calls, and nobody else's", async () => {
  const internal = { direction: 'internal', callerName: null, line: null } as const
  const between = (id: string, agentExtension: string, otherAddress: string): CallRecord => ({
    ...missed(id, 10),
    ...internal,
    agentExtension,
    otherAddress
  })
  const before = [
    between('of 1002', '1002', '1001'),
    between('of 1003', '1003', '1001'),
    between('to another', '1002', '1003')
  ]
  const answered = { ...internal, state: 'answered', answeredAtMs: 55 } as const
  expect(await clearedBy({ ...answered, agentExtension: '1002', otherAddress: '1001' }, before)).toEqual([
    'of 1002'
  ])
  expect(await clearedBy({ ...answered, agentExtension: '1001', otherAddress: '1003' }, before)).toEqual([
    'of 1003'
  ])
})

test.each([
  ['another missed call', { state: 'missed' }],
  ["a colleague's call with them", { state: 'answered', answeredAtMs: 55, agentExtension: '1002' }],
  ['a call of somebody without a number', { dialId: 'd1', otherAddress: '' }]
] as const)('%s clears nothing', async (_what, change) => {
  expect(await clearedBy(change)).toEqual([])
})

test.each([
  ['my calling back', { dialId: 'd1', direction: 'outbound', state: 'dialing' }],
  ['my talking with them', { state: 'answered', answeredAtMs: 55, agentExtension: '1001' }]
] as const)('a call that is told as missed only after %s waits for nobody', async (_what, change) => {
  const reached = callRecord({ id: 'reached', otherAddress: caller, startedAtMs: 50, ...change })
  const late = missed('late', 10)
  expect(await clearedBy(late, [reached, late])).toEqual(['late'])
  const later = missed('later', 60)
  expect(await clearedBy(later, [reached, later])).toEqual([])
})
