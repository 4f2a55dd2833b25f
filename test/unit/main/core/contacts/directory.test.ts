import { expect, test } from 'vitest'
import { createDirectory } from '../../../../../src/main/core/contacts/index.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

test('an address is told by its kind', () => {
  const directory = createDirectory(textByKey)
  expect(directory.describe('+12125550101')).toEqual({
    address: '+12125550101',
    kind: 'number',
    display: '+1\u00a0212\u00a0555\u00a00101',
    name: null
  })
  expect(directory.describe('1001')).toMatchObject({ kind: 'extension', display: '1001' })
  expect(directory.describe('')).toMatchObject({ kind: 'anonymous', display: 'party.anonymous' })
  expect(directory.describe('*72')).toMatchObject({ kind: 'other', display: '*72' })
})

test('the account’s own name for someone counts more than their word', () => {
  const directory = createDirectory(textByKey)
  expect(directory.describe('1001', 'Told').name).toBe('Told')
  directory.setColleagues(new Map([['1001', 'John Smith']]))
  expect(directory.describe('1001', 'Told').name).toBe('John Smith')
  directory.setColleagues(new Map())
  expect(directory.describe('1001').name).toBeNull()
})

test('watchers are told when a name may be another now, and only then', () => {
  const directory = createDirectory(textByKey)
  let toldCount = 0
  directory.namesChanged.watch(() => {
    toldCount += 1
  })
  directory.setColleagues(new Map([['1001', 'John Smith']]))
  directory.setColleagues(new Map([['1001', 'John Smith']]))
  expect(toldCount).toBe(1)
  directory.setColleagues(new Map([['1001', 'John Smyth']]))
  directory.setColleagues(new Map([['1002', 'John Smyth']]))
  directory.setColleagues(new Map())
  expect(toldCount).toBe(4)
})
