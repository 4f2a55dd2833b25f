import { describe, expect, test } from 'vitest'
import { describeCall } from '../../../../../src/main/core/calls/describe-call.ts'
import {
  type CallRecord,
  createCallsService,
  type Identity
} from '../../../../../src/main/core/calls/index.ts'
import { isMine } from '../../../../../src/main/core/calls/is-mine.ts'
import { createDirectory } from '../../../../../src/main/core/contacts/index.ts'
import { createLiveValue } from '../../../../../src/main/core/live-value.ts'
import type { LedgerChanges } from '../../../../../src/main/core/ports.ts'
import { noFilter } from '../../../../../src/shared/domain/call.ts'
import { defaultSettings } from '../../../../../src/shared/domain/settings.ts'
import { aloneAtWork } from '../../../../fakes/alone-at-work.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import { createManualClock } from '../../../../fakes/manual-clock.ts'
import { callRecord } from '../../../../fakes/sample-records.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const myLine = '+15551112222'
const me: Identity = { extension: '1001', myLines: new Set([myLine]) }
const withDeveloperKey: Identity = { extension: '1001', myLines: null }
const nobody: Identity = { extension: null, myLines: null }

describe('a call is mine', () => {
  test.each([
    ['that I placed here', me, { dialId: 'dial-1', direction: 'outbound', agentExtension: '1002' }],
    ['that I answered', me, { agentExtension: '1001', line: null }],
    ['that rings at my extension', me, { extensions: ['1002', '1001'], line: null }],
    ['of a colleague to me', me, { direction: 'internal', otherAddress: '1001', line: null }],
    ['that rings at my line', me, { line: myLine }],
    ['of a caller without a number', me, { line: myLine, otherAddress: '' }],
    ['that rings nobody knows where', withDeveloperKey, { line: myLine }],
    ['that rings before I am known', nobody, { line: myLine }]
  ] as const)('%s', (_which, identity, change) => {
    expect(isMine(callRecord(change), identity)).toBe(true)
  })
})

describe('a call is not mine', () => {
  test.each([
    ['that a colleague answered', me, { agentExtension: '1002', extensions: ['1001', '1002'], line: myLine }],
    ['that rings at a colleague', me, { extensions: ['1002'], line: '+15559998888' }],
    ['on a line of another', me, { line: '+15559998888' }],
    ['on no line', me, { line: null }],
    ['in a queue', withDeveloperKey, { queueName: 'Sales Queue' }],
    ['that rings at a colleague, with a developer key', withDeveloperKey, { extensions: ['1002'] }],
    ['that a colleague placed', me, { direction: 'outbound', agentExtension: '1002', line: myLine }],
    ['that somebody placed from my line', me, { direction: 'outbound', line: myLine }],
    ['between colleagues', me, { direction: 'internal', extensions: ['1002', '1003'], otherAddress: '1003' }],
    ['that was answered, as long as I am unknown', nobody, { agentExtension: '1002' }]
  ] as const)('%s', (_which, identity, change) => {
    expect(isMine(callRecord(change), identity)).toBe(false)
  })
})

describe('a call between colleagues is seen from my side', () => {
  const directory = createDirectory(textByKey)
  const seenBy = (extension: string | null, change: Partial<CallRecord>) =>
    describeCall(
      callRecord({
        direction: 'internal',
        agentExtension: '1001',
        otherAddress: '1002',
        extensions: ['1001', '1002'],
        line: null,
        ...change
      }),
      { extension, myLines: null },
      directory,
      false
    )

  test.each([
    ['ringing', 'dialing'],
    ['answered', 'answered'],
    ['missed', 'ended'],
    ['ended', 'ended']
  ] as const)('by its caller: %s is %s', (state, seen) => {
    expect(seenBy('1001', { state })).toMatchObject({
      state: seen,
      other: { address: '1002' },
      agent: { address: '1001' },
      isMine: true
    })
  })

  test.each(['ringing', 'missed'] as const)('by whom it was for: %s, from the caller', (state) => {
    expect(seenBy('1002', { state })).toMatchObject({
      state,
      other: { address: '1001' },
      agent: null,
      isMine: true
    })
  })

  test('by whom it was for, once answered: by me', () => {
    expect(seenBy('1002', { state: 'answered', answeredAtMs: 5 })).toMatchObject({
      other: { address: '1001' },
      agent: { address: '1002' }
    })
  })

  test.each(['1003', null])('by anyone else (%s): as the ledger has it', (extension) => {
    expect(seenBy(extension, {})).toMatchObject({
      state: 'ringing',
      other: { address: '1002' },
      agent: { address: '1001' },
      isMine: false
    })
  })
})

describe('a call on the screen', () => {
  const ledger = new InMemoryLedger()
  const directory = createDirectory(textByKey)
  directory.setColleagues(new Map([['1002', 'Ben Okafor']]))
  const published: LedgerChanges[] = []
  let dialsForgotten = 0
  const calls = createCallsService({
    ledger,
    work: aloneAtWork(),
    settings: createLiveValue(defaultSettings),
    clock: createManualClock(),
    directory,
    identity: () => me,
    findColleagues: () => [],
    describeMessage: (record) => record,
    publish: (changes) => void published.push(changes),
    publishReplaced: () => {},
    dialsForgotten: () => {
      dialsForgotten += 1
    },
    t: textByKey
  })

  test('has names for its people', () => {
    const record = callRecord({ callerName: 'Ada Lovelace', agentExtension: '1002', state: 'answered' })
    expect(calls.describe(record)).toMatchObject({
      other: { address: '+15551234567', kind: 'number', name: 'Ada Lovelace' },
      line: { address: myLine },
      agent: { address: '1002', kind: 'extension', name: 'Ben Okafor' },
      isMine: false,
      state: 'answered'
    })
  })

  test('says that a caller shows no number', () => {
    expect(calls.describe(callRecord({ otherAddress: '' })).other).toMatchObject({
      kind: 'anonymous',
      display: 'party.anonymous'
    })
  })

  test('has no line and no agent where none is known', () => {
    expect(calls.describe(callRecord({ line: null }))).toMatchObject({ line: null, agent: null })
  })

  test('between colleagues shows me the other one', () => {
    const internal = { direction: 'internal', callerName: null, line: null } as const
    const toMe = callRecord({ ...internal, otherAddress: '1001', agentExtension: '1002', answeredAtMs: null })
    expect(calls.describe({ ...toMe, state: 'missed' })).toMatchObject({
      other: { address: '1002', name: 'Ben Okafor' },
      isOutgoing: false,
      agent: null,
      state: 'missed',
      isMine: true
    })
    const answered = calls.describe({ ...toMe, state: 'answered', answeredAtMs: 1 })
    expect(answered.agent?.address).toBe('1001')
  })

  test('that I place to a colleague is dialing until it is answered, and never missed by me', () => {
    const toBen = callRecord({
      direction: 'internal',
      callerName: null,
      otherAddress: '1002',
      agentExtension: '1001',
      state: 'ringing'
    })
    expect(calls.describe(toBen)).toMatchObject({
      other: { address: '1002' },
      isOutgoing: true,
      state: 'dialing',
      isMine: true
    })
    expect(calls.describe({ ...toBen, state: 'missed' }).state).toBe('ended')
    expect(calls.describe({ ...toBen, state: 'abandoned', isUnread: true })).toMatchObject({
      state: 'ended',
      isUnread: false
    })
  })

  test('between colleagues has the name that was told for whoever placed it, and for no other', () => {
    const told = { direction: 'internal', callerName: 'Jo', line: null } as const
    const nameIn = (change: Partial<CallRecord>) =>
      calls.describe(callRecord({ ...told, ...change })).other.name
    expect(nameIn({ agentExtension: '1007', otherAddress: '1001' })).toBe('Jo')
    expect(nameIn({ agentExtension: '1001', otherAddress: '1007' })).toBeNull()
  })

  test('is listed as the ledger lists it', async () => {
    ledger.calls = [callRecord({ id: 'b' }), callRecord({ id: 'a' })]
    const listed = await calls.list(noFilter, null, 10)
    expect(listed.calls.map(({ id }) => id)).toEqual(['b', 'a'])
  })

  test('is deleted with what was dialed, where there was one', async () => {
    ledger.calls = [callRecord({ id: 'a' })]
    await calls.forgetCall('never there')
    expect(dialsForgotten).toBe(0)
    await calls.forgetCall('a')
    expect(dialsForgotten).toBe(1)
  })

  test('takes a note and an outcome, and tells everyone', async () => {
    ledger.calls = [callRecord({ id: 'a' })]
    published.length = 0
    expect(await calls.setNote('a', 'wants a quote', '')).toMatchObject({
      ok: true,
      value: { note: 'wants a quote' }
    })
    expect(await calls.setOutcome('a', 'solved', null)).toMatchObject({
      ok: true,
      value: { outcome: 'solved' }
    })
    expect(published.map(({ calls: [changed] }) => changed?.outcome)).toEqual([null, 'solved'])
  })
})
