import { expect, test } from 'vitest'
import { createMissedCallClearer } from '../../../../../src/main/core/calls/index.ts'
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

async function clearedBy(change: Parameters<typeof callRecord>[0]): Promise<readonly string[]> {
  const ledger = new InMemoryLedger()
  ledger.calls = [missed('before', 10), missed('after', 90)]
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

test.each([
  ['another missed call', { state: 'missed' }],
  ["a colleague's call with them", { state: 'answered', answeredAtMs: 55, agentExtension: '1002' }],
  ['a call of somebody without a number', { dialId: 'd1', otherAddress: '' }]
] as const)('%s clears nothing', async (_what, change) => {
  expect(await clearedBy(change)).toEqual([])
})
