import { expect, test } from 'vitest'
import { preFlight } from '../../../../../src/main/core/dialing/pre-flight.ts'
import { type Colleague, type Presence, unknownPresence } from '../../../../../src/shared/domain/presence.ts'
import { anna } from '../../../../fakes/sample-office.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const me: Colleague = { extension: '1001', name: 'Me', isMe: true, isOnline: true, calls: [] }
const talking: Colleague = { ...me, calls: [{ direction: 'inbound', other: anna, startedAtMs: 0 }] }

const kinds = (
  colleagues: readonly Colleague[],
  change: Partial<Presence> = {},
  extension: string | null = '1001'
) =>
  preFlight({ ...unknownPresence, colleagues, ...change }, extension, textByKey).map(
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
