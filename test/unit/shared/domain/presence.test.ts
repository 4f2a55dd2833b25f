import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Colleague,
  type Presence,
  presenceChangeBetween,
  presenceChangeSchema,
  unknownPresence,
  withPresenceChange
} from '../../../../src/shared/domain/presence.ts'

const colleague = (extension: string, isOnline: boolean): Colleague => ({
  extension,
  name: `Anna ${extension}`,
  isMe: false,
  isOnline,
  calls: []
})
const presence = (colleagues: readonly Colleague[]): Presence => ({
  ...unknownPresence,
  detail: 'with-calls',
  colleagues
})

test('only those who changed, came or went are in a change', () => {
  const [anna, ben, cleo] = [colleague('1', true), colleague('2', true), colleague('3', true)]
  const benGone = { ...ben, isOnline: false }
  const change = presenceChangeBetween(
    presence([anna, ben, cleo]),
    presence([anna, benGone, colleague('4', true)])
  )
  expect(change).toMatchObject({ changed: [{ extension: '2' }, { extension: '4' }], removed: ['3'] })
})

test('nothing but the time leaves the list as it is', () => {
  const before = presence([colleague('1', true)])
  const after = { ...before, staleSinceMs: 5, staleReason: 'away' }
  const change = presenceChangeBetween(before, after)
  expect(change).toMatchObject({ changed: [], removed: [] })
  expect(withPresenceChange(before, change).colleagues).toBe(before.colleagues)
})

test('a page that follows the changes, over the wire, knows what the main process knows', () => {
  const people = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), {
    selector: ([id]) => id
  })
  const inOrder = ({ colleagues, ...rest }: Presence) => ({
    ...rest,
    colleagues: colleagues.toSorted((one, other) => Number(one.extension) - Number(other.extension))
  })
  fc.assert(
    fc.property(fc.array(people), (readings) => {
      let told = unknownPresence
      let page = unknownPresence
      for (const reading of readings) {
        const next = presence(
          reading.map(([id, isOnline]) => {
            const before = told.colleagues.find(({ extension }) => extension === String(id))
            return before?.isOnline === isOnline ? before : colleague(String(id), isOnline)
          })
        )
        const change = presenceChangeSchema.parse(structuredClone(presenceChangeBetween(told, next)))
        page = withPresenceChange(page, change)
        told = next
        expect(inOrder(page)).toEqual(inOrder(told))
      }
    })
  )
})
