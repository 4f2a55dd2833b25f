import { expect, test } from 'vitest'
import { createDirectory } from '../../../../../src/main/core/contacts/index.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

test('an address is told by its kind', () => {
  const directory = createDirectory(textByKey)
  expect(directory.describe('+12125550101')).toEqual({
    address: '+12125550101',
    kind: 'number',
    display: '+1\u00a0212\u00a0555\u00a00101',
    name: null,
    company: null,
    possibleNames: []
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
  directory.setLines(new Map([['+12125550100', 'Support Line']]))
  directory.setLines(new Map([['+12125550100', 'Support Line']]))
  expect(toldCount).toBe(5)
})

test('the account’s name for a line counts more than a caller’s word, and less than a contact’s', () => {
  const directory = directoryOf(contact('+12125550101', 'Ada'))
  directory.setLines(
    new Map([
      ['+12125550100', 'Support Line'],
      ['+12125550101', 'Sales Line']
    ])
  )
  expect(directory.describe('+12125550100', 'Told').name).toBe('Support Line')
  expect(directory.describe('+12125550101').name).toBe('Ada')
})

const contact = (address: string, name: string, company: string | null = null, isShared = false) => ({
  address,
  name,
  company,
  isShared
})

function directoryOf(...contacts: readonly ReturnType<typeof contact>[]) {
  const directory = createDirectory(textByKey)
  directory.setContacts(contacts)
  return directory
}

test('a contact’s name counts more than a caller’s word, and less than the account’s', () => {
  const directory = directoryOf(contact('+12125550101', 'Ada', 'Acme'), contact('1001', 'Somebody'))
  expect(directory.describe('+12125550101', 'Told')).toMatchObject({ name: 'Ada', company: 'Acme' })
  directory.setColleagues(new Map([['1001', 'John Smith']]))
  expect(directory.describe('1001')).toMatchObject({ name: 'John Smith', company: null })
})

test('whose number ends alike is a guess, the most alike first, and only where no name is known', () => {
  const directory = directoryOf(
    contact('+442125550101', 'Far'),
    contact('+3312125550101', 'Near'),
    contact('+495550101', 'Seven'),
    contact('+990005550101', 'Fourth'),
    contact('+12125550109', 'Other')
  )
  expect(directory.describe('+12125550101')).toMatchObject({
    name: null,
    possibleNames: ['Near', 'Far', 'Seven']
  })
  expect(directory.describe('+12125550101', 'Told')).toMatchObject({ name: 'Told', possibleNames: [] })
  expect(directory.describe('+12129550109').possibleNames).toEqual([])
  expect(directory.describe('').possibleNames).toEqual([])
})

test('of several people with one number none is said to be calling', () => {
  const directory = directoryOf(
    contact('+12125550101', 'Ada', 'Acme'),
    contact('+12125550101', 'Ben', 'Acme')
  )
  expect(directory.describe('+12125550101')).toMatchObject({
    name: null,
    company: 'Acme',
    possibleNames: ['Ada', 'Ben']
  })
})

test('watchers are told of other contacts, and only of others', () => {
  const directory = createDirectory(textByKey)
  let toldCount = 0
  directory.namesChanged.watch(() => {
    toldCount += 1
  })
  directory.setContacts([])
  directory.setContacts([contact('1', 'Ada')])
  directory.setContacts([contact('1', 'Ada')])
  expect(toldCount).toBe(1)
  directory.setContacts([contact('1', 'Ada', 'Acme')])
  expect(toldCount).toBe(2)
})

test('whom the user knows by themselves is not who the team says they are; the others are', () => {
  const directory = directoryOf(
    contact('+12125550101', 'Ada of the team', 'Acme', true),
    contact('+12125550101', 'Ada'),
    contact('+12125550102', 'Ben of the team', null, true)
  )
  expect(directory.describe('+12125550101')).toMatchObject({ name: 'Ada', company: null })
  expect(directory.describe('+12125550102').name).toBe('Ben of the team')
})
