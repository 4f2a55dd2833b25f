import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createContactTable } from '../../../src/main/ledger/contact-table.ts'
import { type Database, openDatabase } from '../../../src/main/ledger/open-database.ts'
import { createSearchTable, type SearchTable } from '../../../src/main/ledger/search-table.ts'

let folder: string
let database: Database
let search: SearchTable
let contacts: ReturnType<typeof createContactTable>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contacts-'))
  database = openDatabase(join(folder, 'ledger.db'), 'ab'.repeat(32))
  search = createSearchTable(database)
  contacts = createContactTable(database, search)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const contact = (id: string, name: string, company: string | null, ...addresses: readonly string[]) => ({
  id,
  name,
  company,
  numbers: addresses.map((address) => ({ address, label: 'Work' }))
})
const names = (text = '', limit = 50) => contacts.list({ text, after: null, limit }).map(({ name }) => name)

test('contacts are kept as they are, numbers in their order, and replaced by id', () => {
  const ada = contact('a', 'Ada', 'Acme', '+12125550102', '+12125550101')
  contacts.save([ada])
  expect(contacts.list({ text: '', after: null, limit: 5 })).toEqual([{ ...ada, shared: null }])
  const other = contact('a', 'Ada King', null, '+12125550103')
  contacts.save([other])
  expect(contacts.list({ text: '', after: null, limit: 5 })).toEqual([{ ...other, shared: null }])
  expect(contacts.listNames()).toEqual([
    { address: '+12125550103', name: 'Ada King', company: null, isShared: false }
  ])
})

test('they are listed by name without regard to case and accents, page after page, nobody twice', () => {
  const all = ['émile', 'Ada', 'ada', 'Eva', 'Zoe', '', 'ben'].map((name, index) =>
    contact(`c${index}`, name, null, '101')
  )
  contacts.save(all)
  const listed: string[] = []
  let after: { name: string; id: string } | null = null
  for (;;) {
    const page: readonly { name: string; id: string }[] = contacts.list({ text: '', after, limit: 2 })
    listed.push(...page.map(({ name }) => name))
    after = page.at(-1) ?? null
    if (after === null) break
  }
  expect(listed).toEqual(['Ada', 'ada', 'ben', 'émile', 'Eva', 'Zoe', ''])
})

test('they are found by the beginnings of words of name and company, and by digits', () => {
  contacts.save([
    contact('a', 'Ada Lovelace', 'Acme', '+12125550101'),
    contact('b', 'Ben Adams', null, '+4930901820'),
    contact('c', 'Cleo', '24 Hours Ltd')
  ])
  expect(names('ada')).toEqual(['Ada Lovelace', 'Ben Adams'])
  expect(names('acm lov')).toEqual(['Ada Lovelace'])
  expect(names('030 9018')).toEqual(['Ben Adams'])
  expect(names('55501')).toEqual(['Ada Lovelace'])
  expect(names('05551')).toEqual([])
  expect(names('24')).toEqual(['Cleo'])
  expect(names('1')).toEqual(['Ada Lovelace', 'Ben Adams'])
  expect(names('nobody')).toEqual([])
})

test('of more hits than are sorted the pages are right too', () => {
  const many = Array.from({ length: 2_500 }, (_, index) =>
    contact(`c${index}`, `Anna ${String(index).padStart(4, '0')}`, null)
  )
  contacts.save([...many, contact('x', 'Ben', null)])
  const first = contacts.list({ text: 'ann', after: null, limit: 100 })
  const last = first.at(-1) ?? null
  const second = contacts.list({ text: 'ann', after: last, limit: 100 })
  expect([...first, ...second].map(({ name }) => name)).toEqual(many.slice(0, 200).map(({ name }) => name))
})

test('whoever has a contact’s number is found by its name, as long as that is so', () => {
  const people = (text: string) => search.search({ text, limit: 5 }).people.map(({ address }) => address)
  contacts.save([
    contact('a', 'Adelaide', 'Confidential', '+12125550101'),
    contact('b', 'Ben', null, '+12125550101')
  ])
  expect(people('adelaide')).toEqual(['+12125550101'])
  contacts.save([contact('a', 'Beatrice', null, '+12125550102')])
  expect(people('adelaide')).toEqual([])
  expect(people('beatrice')).toEqual(['+12125550102'])
  expect(people('ben')).toEqual(['+12125550101'])
  contacts.remove('a')
  contacts.remove('b')
  contacts.remove('never there')
  expect(people('212555')).toEqual([])
  expect(contacts.listNames()).toEqual([])
  expect(database.prepare('SELECT word FROM long_words').all()).toEqual([])
})

test('many contacts of one number are kept by writing each a few times', () => {
  const writes = () =>
    database.prepare<[], { readonly count: number }>('SELECT total_changes() AS count').get()?.count ?? 0
  const save = () =>
    contacts.save(
      Array.from({ length: 500 }, (_, at) =>
        contact(crypto.randomUUID(), `Name ${at}`, 'Acme', '+12125550101')
      )
    )
  const before = writes()
  save()
  const first = writes() - before
  save()
  save()
  expect(writes() - before).toBeLessThan(4 * first)
  expect(search.matchingAddresses('acme', 5)).toEqual(['+12125550101'])
})
