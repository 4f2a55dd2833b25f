import { expect, test } from 'vitest'
import { type LedgerChanges, noChanges } from '../../../../src/main/core/ports.ts'
import { joinChanges } from '../../../../src/main/ledger/join-changes.ts'
import { callRecord, messageRecord } from '../../../fakes/sample-records.ts'

const told = (id: string, note: string | null = null): LedgerChanges => ({
  ...noChanges,
  calls: [callRecord({ id, note })]
})
const gone = (id: string): LedgerChanges => ({ ...noChanges, removedCallIds: [id] })

test('changes in a row are told as what they came to', () => {
  const joined = joinChanges([
    told('a'),
    told('b', 'first'),
    gone('a'),
    told('b', 'last'),
    gone('c'),
    told('c')
  ])
  expect(joined.calls.map(({ id, note }) => [id, note])).toEqual([
    ['b', 'last'],
    ['c', null]
  ])
  expect(joined.removedCallIds).toEqual(['a'])
})

test('so are those of messages, and those of one are its own', () => {
  const message = messageRecord({ id: 'm' })
  const { threadId } = message
  const removed = { ...noChanges, removedMessages: [{ id: 'm', threadId }] }
  const added = { ...noChanges, messages: [message] }
  expect(joinChanges([added, removed])).toEqual(removed)
  expect(joinChanges([removed, added])).toEqual(added)
  expect(joinChanges([added])).toBe(added)
  expect(joinChanges([])).toEqual(noChanges)
})
