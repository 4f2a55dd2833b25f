import { expect, test } from 'vitest'
import { colleaguesIn } from '../../../../../src/renderer/features/presence/board-view.ts'
import { withMembership } from '../../../../../src/renderer/features/presence/team-groups.ts'
import { unknownPresence } from '../../../../../src/shared/domain/presence.ts'
import { sampleColleagues } from '../../../../fakes/sample-office.ts'

const presence = { ...unknownPresence, detail: 'with-calls' as const, colleagues: sampleColleagues(0) }
const everyone = { filter: 'all', group: null, text: '' } as const
const arranged = { favourites: [], teamGroups: [] }
const extensionsIn = (...args: Parameters<typeof colleaguesIn>) =>
  colleaguesIn(...args).map(({ extension }) => extension)

test('everyone is there, favourites first and else in the order they came in', () => {
  expect(extensionsIn(presence, everyone, { ...arranged, favourites: ['1004', '1003'] }).slice(0, 4)).toEqual(
    ['1003', '1004', '1001', '1002']
  )
})

test.each([
  ['a part of a name, however written', 'GARCIA', ['1002']],
  ['the beginning of an extension', '101', ['1010', '1011', '1012']],
  ['nothing that is there', 'zzz', []]
])('is searched by %s', (_what, text, found) => {
  expect(extensionsIn(presence, { ...everyone, text }, arranged)).toEqual(found)
})

test('a number that no colleague has hides nobody: it is typed to be called', () => {
  const view = { ...everyone, text: '(212) 555-0199' }
  expect(extensionsIn(presence, view, arranged)).toHaveLength(12)
  expect(extensionsIn(presence, { ...view, filter: 'on-call' }, arranged)).toEqual(
    extensionsIn(presence, { ...everyone, filter: 'on-call' }, arranged)
  )
})

test('filter, group and text narrow it together', () => {
  const teamGroups = [{ name: 'Support', extensions: ['1002', '1003', '1004'] }]
  const view = { filter: 'on-call', group: 'Support', text: '' } as const
  expect(extensionsIn(presence, view, { ...arranged, teamGroups })).toEqual(['1002', '1003'])
  // A group that is gone narrows nothing.
  expect(extensionsIn(presence, { ...everyone, group: 'gone' }, arranged)).toHaveLength(12)
})

test('a group is made by its first member and gone with its last', () => {
  const one = withMembership([], 'Support', '1002', true)
  expect(one).toEqual([{ name: 'Support', extensions: ['1002'] }])
  const two = withMembership(one, 'Support', '1003', true)
  expect(withMembership(two, 'Support', '1003', true)).toEqual(two)
  expect(withMembership(one, 'Support', '1002', false)).toEqual([])
})
