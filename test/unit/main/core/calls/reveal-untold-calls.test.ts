import { beforeEach, describe, expect, test } from 'vitest'
import { createUntoldCallRevealer } from '../../../../../src/main/core/calls/reveal-untold-calls.ts'
import { type LedgerChanges, noChanges } from '../../../../../src/main/core/ports.ts'
import type { Party } from '../../../../../src/shared/domain/party.ts'
import type { ColleagueCall, Presence } from '../../../../../src/shared/domain/presence.ts'
import { unknownPresence } from '../../../../../src/shared/domain/presence.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import { createManualClock, type ManualClock } from '../../../../fakes/manual-clock.ts'
import { anonymous, extension, number } from '../../../../fakes/sample-office.ts'
import { callRecord } from '../../../../fakes/sample-records.ts'

const caller = number('+15551234567')
const ben = extension('1002', 'Ben')
const cem = extension('1003', 'Cem')
const second = 1_000

let clock: ManualClock
let ledger: InMemoryLedger
let published: LedgerChanges[]
let failures: unknown[]
let revealer: ReturnType<typeof createUntoldCallRevealer>
let startMs: number

beforeEach(() => {
  clock = createManualClock()
  startMs = clock.nowMs()
  ledger = new InMemoryLedger()
  published = []
  failures = []
  revealer = createUntoldCallRevealer({
    ledger,
    clock,
    newId: () => `o${ledger.observations.length + 1}`,
    publish: (changes) => published.push(changes),
    onFailure: (error) => failures.push(error)
  })
})

const on = (
  phone: string,
  direction: ColleagueCall['direction'],
  other: Party,
  startedAtMs = startMs
): readonly [string, ColleagueCall] => [phone, { direction, other, startedAtMs }]

function presence(...channels: readonly (readonly [string, ColleagueCall])[]): Presence {
  const colleague = (phone: string) => ({
    extension: phone,
    name: phone,
    isMe: false,
    isOnline: true,
    calls: channels.filter(([where]) => where === phone).map(([, call]) => call)
  })
  return {
    ...unknownPresence,
    detail: 'with-calls',
    colleagues: ['1001', '1002', '1003', 'lobby'].map(colleague)
  }
}

/** Reads the same again until it has been there for long enough. */
async function readOften(read: () => Presence): Promise<void> {
  for (let reading = 0; reading < 5; reading += 1) {
    revealer.presenceRead(read())
    await clock.advance(4 * second)
  }
}

describe('a channel is told of', () => {
  test('once, when it has been there for ten seconds', async () => {
    const read = () => presence(on('1002', 'inbound', caller))
    revealer.presenceRead(read())
    await clock.advance(9_999)
    revealer.presenceRead(read())
    expect(ledger.observations).toEqual([])
    await clock.advance(1)
    await readOften(read)
    expect(ledger.observations).toEqual([
      { id: 'o1', kind: 'seen', atMs: startMs, from: caller.address, to: '1002', extension: '1002' }
    ])
  })

  test('not where one reading shows it, however long ago it began', () => {
    revealer.presenceRead(presence(on('1002', 'inbound', caller, startMs - 600 * second)))
    expect(ledger.observations).toEqual([])
  })

  test('not where it is another one each time, with the same number', async () => {
    await readOften(() => presence(on('1002', 'inbound', caller, clock.nowMs() - second)))
    await readOften(() => presence(on('1002', 'inbound', caller, clock.nowMs() - 20 * second)))
    expect(ledger.observations).toEqual([])
  })

  test('also where its start, in whole seconds, is not always the same', async () => {
    let jitterMs = 0
    await readOften(() => presence(on('1002', 'inbound', caller, startMs + (jitterMs = 1_500 - jitterMs))))
    expect(ledger.observations).toHaveLength(1)
  })

  test('of a call between colleagues once, from its caller to whom was called', async () => {
    await readOften(() =>
      presence(on('1002', 'inbound', cem, startMs + 8 * second), on('1003', 'outbound', ben))
    )
    expect(ledger.observations).toEqual([
      { id: 'o1', kind: 'seen', from: '1003', to: '1002', extension: '1003', atMs: startMs }
    ])
  })

  test('of a call between colleagues of whom one phone alone shows it', async () => {
    await readOften(() => presence(on('1003', 'inbound', ben)))
    expect(ledger.observations).toMatchObject([{ from: '1002', to: '1003', extension: '1002' }])
  })

  test('of a caller at several phones once one of them is left', async () => {
    await readOften(() => presence(on('1001', 'inbound', caller), on('1002', 'inbound', caller)))
    expect(ledger.observations).toEqual([])
    await readOften(() => presence(on('1002', 'inbound', caller)))
    expect(ledger.observations).toMatchObject([{ from: caller.address, extension: '1002' }])
  })

  test('of each of two callers without a number', async () => {
    await readOften(() => presence(on('1001', 'inbound', anonymous), on('1002', 'inbound', anonymous)))
    expect(ledger.observations).toMatchObject([{ extension: '1001' }, { extension: '1002' }])
  })

  test.each<[string, () => ReturnType<typeof on>]>([
    ['whose direction is not known', () => on('1002', 'unknown', caller)],
    ['to a code', () => on('1002', 'outbound', { ...caller, kind: 'other', address: '*97' })],
    ['to nobody', () => on('1002', 'outbound', anonymous)],
    ['of a phone with itself', () => on('1002', 'outbound', ben)],
    ['of what is no extension', () => on('lobby', 'inbound', caller)]
  ])('not where it is one %s', async (_which, channel) => {
    await readOften(() => presence(channel()))
    expect(ledger.observations).toEqual([])
  })
})

test('stale presence, and one without calls, tells nothing', async () => {
  const read = () => presence(on('1002', 'inbound', caller))
  await readOften(() => ({ ...read(), staleSinceMs: 1 }))
  await readOften(() => ({ ...read(), detail: 'online-only' }))
  expect(ledger.observations).toEqual([])
})

test('what the ledger knew already changes nothing, and what is new is made known', async () => {
  await readOften(() => presence(on('1002', 'inbound', caller)))
  expect(published).toEqual([])
  const changes = { ...noChanges, calls: [callRecord({ isSeenOnly: true })] }
  ledger.observeCall = () => Promise.resolve(changes)
  await readOften(() => presence(on('1003', 'inbound', caller)))
  expect(published).toEqual([changes])
})

test('a ledger that cannot take it is asked again at a later reading', async () => {
  const observe = ledger.observeCall.bind(ledger)
  ledger.observeCall = () => Promise.reject(new Error('The disk is full'))
  await readOften(() => presence(on('1002', 'inbound', caller)))
  expect(failures.length).toBeGreaterThan(0)
  ledger.observeCall = observe
  revealer.presenceRead(presence(on('1002', 'inbound', caller)))
  expect(ledger.observations).toHaveLength(1)
})
