import { describe, expect, test } from 'vitest'
import { preFlight } from '../../../../../src/main/core/dialing/pre-flight.ts'
import type { Call } from '../../../../../src/shared/domain/call.ts'
import type { Party } from '../../../../../src/shared/domain/party.ts'
import { type Colleague, type Presence, unknownPresence } from '../../../../../src/shared/domain/presence.ts'
import { anna, number, stranger } from '../../../../fakes/sample-office.ts'
import { call } from '../../../../fakes/sample-records.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const me: Colleague = { extension: '1001', name: 'Me', isMe: true, isOnline: true, calls: [] }
const talking: Colleague = { ...me, calls: [{ direction: 'inbound', other: anna, startedAtMs: 0 }] }

const kinds = (
  colleagues: readonly Colleague[],
  change: Partial<Presence> = {},
  extension: string | null = '1001'
) =>
  preFlight({ ...unknownPresence, colleagues, ...change }, extension, [], textByKey).map(
    ({ kind, mustBeAgreed }) => `${kind}${mustBeAgreed ? '!' : ''}`
  )

test.each<[string, readonly Colleague[], readonly string[]]>([
  ['a phone that is free', [me], []],
  ['a phone that is not registered', [{ ...me, isOnline: false }], ['phone-offline!']],
  ['a call that goes on', [talking], ['on-a-call']],
  ['calls that this key may not see', [{ ...me, calls: null }], []],
  ['a colleague’s call', [me, { ...talking, extension: '1002', isMe: false }], []],
  ['nobody of that extension', [], []]
])('%s', (_what, colleagues, expected) => {
  expect(kinds(colleagues)).toEqual(expected)
})

test('of presence that is stale nothing is said', () => {
  expect(kinds([{ ...me, isOnline: false }], { staleSinceMs: 1 })).toEqual([])
})

test('without an extension of my own nothing is said', () => {
  expect(kinds([{ ...me, isOnline: false }], {}, null)).toEqual([])
})

describe('whom I talk to', () => {
  const toldOf = (other: Party, running: Partial<Call>) => {
    const talkingTo: Colleague = { ...me, calls: [{ direction: 'inbound', other, startedAtMs: 0 }] }
    const presence = { ...unknownPresence, colleagues: [talkingTo] }
    return preFlight(presence, '1001', [call(running)], textByKey)[0]?.text
  }
  const words = (other: string) => `dialing.caution.on-a-call {"other":"${other}"}`

  test('has the name that the call was told, where the channel has but a number', () => {
    const named = number(stranger.address, 'Jo Told')
    expect(toldOf(stranger, { state: 'answered', other: named })).toBe(words('Jo Told'))
  })

  test('has not the name of another call that goes on, nor of one that is not mine', () => {
    expect(toldOf(stranger, { other: anna })).toBe(words(stranger.display))
    const named = number(stranger.address, 'Jo Told')
    expect(toldOf(stranger, { other: named, isMine: false })).toBe(words(stranger.display))
    expect(toldOf(anna, { other: number(stranger.address, 'Jo Told') })).toBe(words('Anna Meier'))
  })
})
