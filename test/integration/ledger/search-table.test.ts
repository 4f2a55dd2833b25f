import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hasWord, typedWords, wordsOf } from '../../../src/main/core/search/index.ts'
import { createContactTable } from '../../../src/main/ledger/contact-table.ts'
import { type Database, openDatabase } from '../../../src/main/ledger/open-database.ts'
import { createSearchTable, type SearchTable } from '../../../src/main/ledger/search-table.ts'

const dayMs = 86_400_000
const nowMs = 1_780_000_000_000

let folder: string
let database: Database
let search: SearchTable
let contacts: ReturnType<typeof createContactTable>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-'))
  database = openDatabase(join(folder, 'ledger.db'), 'ab'.repeat(32))
  search = createSearchTable(database)
  contacts = createContactTable(database, search)
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

const text = (id: string, body: string, atMs = nowMs, address = '+12125550101') =>
  ({ kind: 'message', id, address, atMs, body }) as const
const textIds = (typed: string, limit = 50) => search.search({ text: typed, limit }).texts.map(({ id }) => id)
const people = (typed: string, limit = 50) =>
  search.search({ text: typed, limit }).people.map(({ address }) => address)
const save = (id: string, name: string, ...addresses: readonly string[]) =>
  contacts.save([
    { id, name, company: null, numbers: addresses.map((address) => ({ address, label: null })) }
  ])
const knownWords = () => database.prepare<[], string>('SELECT word FROM long_words').pluck().all()

describe('texts', () => {
  test('are found by the beginning of the last word, those with it whole first, each newest first', () => {
    search.addText(text('begun', 'the invoices came', nowMs + 2))
    search.addText(text('old', 'your invoice', nowMs))
    search.addText(text('new', 'an Invoice, please', nowMs + 1))
    search.addText({ ...text('note', 'nothing of it', nowMs + 3), kind: 'note' })
    expect(textIds('invoice')).toEqual(['new', 'old', 'begun'])
    expect(textIds('your inv')).toEqual(['old'])
    expect(textIds('you inv')).toEqual([])
    expect(search.newestTexts('invoice', 50).map(({ id }) => id)).toEqual(['begun', 'new', 'old'])
    expect(textIds('inv', 2)).toHaveLength(2)
  })

  test('of the same time are all kept, in whatever number', () => {
    for (let index = 0; index < 300; index += 1) search.addText(text(`m${index}`, 'hello', 0))
    expect(textIds('hello', 500)).toHaveLength(300)
  })

  test.each([-5, 0, 1.5, Number.MAX_SAFE_INTEGER, 1e300])('of the time %d are kept', (atMs) => {
    search.addText(text('m', 'hello', Math.min(atMs, Number.MAX_SAFE_INTEGER)))
    expect(textIds('hello')).toEqual(['m'])
  })

  test('that come again change nothing; another body takes the place of the one before', () => {
    search.addText(text('m', 'first appointment'))
    search.addText(text('m', 'first appointment'))
    search.addText({ ...text('m', 'appointment as a note'), kind: 'note' })
    expect(textIds('appoint')).toEqual(['m', 'm'])
    search.addText(text('m', 'second tomorrow', nowMs + 1))
    expect(textIds('first')).toEqual([])
    expect(textIds('tomorrow')).toEqual(['m'])
  })

  test('that are deleted are found no longer, and leave no word', () => {
    search.addText(text('m', 'confidential matters'))
    search.addText(text('other', 'other matters'))
    search.removeText('message', 'm')
    search.removeText('message', 'never there')
    expect(textIds('confidential')).toEqual([])
    expect(knownWords().toSorted()).toEqual(['matters', 'other'])
    search.clearTexts()
    expect(textIds('matters')).toEqual([])
    expect(knownWords()).toEqual([])
  })

  test('with very many words of one beginning are found all the same', () => {
    for (let index = 0; index < 200; index += 1)
      search.addText(text(`m${index}`, `order${index}`, nowMs + index))
    expect(textIds('order', 500)).toHaveLength(200)
    expect(textIds('order19', 500)).toHaveLength(11)
  })

  test('with some words and one that has only begun are found, however many have it', () => {
    for (let index = 0; index < 60; index += 1) {
      const last = index < 5 ? 'xray' : index % 2 === 0 ? 'today' : 'later'
      search.addText(text(`m${index}`, `order delivery ${last}`, nowMs + index))
    }
    const newestIds = (typed: string, limit: number) => search.newestTexts(typed, limit).map(({ id }) => id)
    expect(newestIds('order delivery t', 3)).toEqual(['m58', 'm56', 'm54'])
    expect(newestIds('order delivery x', 3)).toEqual(['m4', 'm3', 'm2'])
    expect(newestIds('delivery order x', 50)).toEqual(['m4', 'm3', 'm2', 'm1', 'm0'])
    expect(newestIds('order delivery d', 60)).toHaveLength(60)
    expect(newestIds('order delivery q', 3)).toEqual([])
    expect(textIds('order delivery t', 3)).toEqual(['m58', 'm56', 'm54'])
  })

  test('are exactly those that have all of the words', () => {
    const word = fc.constantFrom(
      'an',
      'anna',
      'annabelle',
      'annabel',
      'Zoë',
      'zoe',
      "o'neil",
      '山田',
      '山',
      '12',
      '123456'
    )
    const body = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(body, { maxLength: 12 }), body, fc.nat(6), (bodies, typed, cut) => {
        search.clearTexts()
        for (const [index, each] of bodies.entries()) search.addText(text(String(index), each, index))
        const cutTyped = typed.slice(0, Math.max(0, typed.length - cut))
        const words = typedWords(cutTyped, 'last')
        const expected = [...bodies.entries()]
          .filter(([, each]) => words.length > 0 && words.every((one) => hasWord(wordsOf(each), one)))
          .map(([index]) => String(index))
        expect(search.newestTexts(cutTyped, 50).map(({ id }) => id)).toEqual(expected.toReversed())
        expect(textIds(cutTyped).toSorted()).toEqual(expected.toSorted())
      }),
      { numRuns: 200 }
    )
  })
})

describe('people', () => {
  test.each([
    ['(212) 555-01', '+12125550123'],
    ['+1 212', '+12125550123'],
    ['0123', '+12125550123'],
    ['030 901820', '+4930901820'],
    ['+49 (0)30 901820', '+4930901820'],
    ['0049 30', '+4930901820'],
    ['9', '+4930901820'],
    ['90', '+4930901820'],
    ['20', '+4930901820'],
    ['101', '101']
  ])('are found by the digits %s', (typed, address) => {
    for (const each of ['+12125550123', '+4930901820', '101']) search.touchPerson(each, null, nowMs)
    expect(people(typed)).toContain(address)
    expect(people(typed).every((found) => found === address || typed.length < 3)).toBe(true)
  })

  test('are not found by digits in another order', () => {
    search.touchPerson('+12125550123', null, nowMs)
    expect(people('5550 0123')).toEqual([])
    expect(people('2121')).toEqual([])
  })

  test('are found by told names, contacts’ names and companies, the whole word first, then the most recent', () => {
    search.touchPerson('+12125550101', 'Anna Berg', nowMs - 3 * dayMs)
    search.touchPerson('+12125550102', 'Annabel Lee', nowMs)
    search.touchPerson('+12125550103', null, nowMs - dayMs)
    contacts.save([
      { id: 'a', name: 'Ben', company: 'Anna Ltd', numbers: [{ address: '+12125550103', label: null }] },
      { id: 'b', name: 'Anna Never', company: null, numbers: [{ address: '+12125550104', label: null }] }
    ])
    expect(people('anna')).toEqual(['+12125550101', '+12125550104', '+12125550102', '+12125550103'])
    expect(people('an be')).toEqual(['+12125550101', '+12125550103'])
    expect(people('be an')).toEqual(people('an be'))
    expect(search.matchingAddresses('annab', 5)).toEqual(['+12125550102'])
    expect(people('anna', 1)).toEqual(['+12125550101'])
  })

  test('have the name last told, and are moved up when they are in touch again', () => {
    search.touchPerson('+12125550101', 'Ann', nowMs - 5 * dayMs)
    search.touchPerson('+12125550102', 'Ann', nowMs - 3 * dayMs)
    expect(people('ann')).toEqual(['+12125550102', '+12125550101'])
    search.touchPerson('+12125550101', null, nowMs)
    search.touchPerson('+12125550101', 'Older', nowMs - 9 * dayMs)
    expect(people('ann')).toEqual(['+12125550101', '+12125550102'])
    search.touchPerson('+12125550101', 'Annette', nowMs + 1)
    expect(search.search({ text: 'annette', limit: 5 }).people).toEqual([
      { address: '+12125550101', toldName: 'Annette', lastContactAtMs: nowMs + 1 }
    ])
    expect(people('older')).toEqual([])
  })

  test('who call on many days are found once, and old slots are no one else’s', () => {
    for (let day = 0; day < 700; day += 1) {
      search.touchPerson('+12125550101', 'Anna', nowMs + day * dayMs)
      search.touchPerson(`+1212555${1000 + (day % 9)}`, 'Ben', nowMs + day * dayMs)
    }
    expect(people('anna')).toEqual(['+12125550101'])
    expect(people('212555')).toHaveLength(10)
    expect(people('ben')).toHaveLength(9)
  })

  test('whoever comes into a slot that another left is not taken out with it', () => {
    search.touchPerson('+12125550101', 'Anna', nowMs)
    search.touchPerson('+12125550101', 'Anna', nowMs + dayMs)
    search.touchPerson('+12125550102', 'Ben', nowMs)
    save('c', 'Cleo', '+12125550103')
    expect(people('ben')).toEqual(['+12125550102'])
    expect(people('0102')).toEqual(['+12125550102'])
  })

  test('nobody is kept without an address', () => {
    search.touchPerson('', 'Anonymous', nowMs)
    expect(people('anonymous')).toEqual([])
  })

  test('that are forgotten are gone with their texts; a contact stays', () => {
    search.touchPerson('+12125550101', 'Confidential', nowMs)
    search.touchPerson('+12125550102', 'Confidential', nowMs)
    search.addText(text('m', 'hello'))
    save('a', 'Ada', '+12125550102')
    search.removePerson('+12125550101')
    search.removePerson('+12125550102')
    search.removePerson('+12125550199')
    expect(people('confidential')).toEqual([])
    expect(knownWords()).not.toContain('confidential')
    expect(textIds('hello')).toEqual([])
    expect(search.search({ text: '212555', limit: 5 }).people).toEqual([
      { address: '+12125550102', toldName: null, lastContactAtMs: null }
    ])
  })

  test('cleared, only contacts are left, and being in touch again brings the others back', () => {
    search.touchPerson('+12125550101', 'Anna', nowMs)
    save('a', 'Ada', '+12125550102')
    search.clearPeople()
    expect(people('anna')).toEqual([])
    expect(people('212555')).toEqual(['+12125550102'])
    search.touchPerson('+12125550101', 'Anna', nowMs - dayMs)
    expect(people('anna')).toEqual(['+12125550101'])
  })
})

describe('whatever is typed', () => {
  test.each([
    '',
    ' ',
    '"',
    '""',
    "'",
    '*',
    'OR',
    'NOT NEAR',
    'a" OR "b',
    '(',
    '-',
    '\u202e',
    '👍',
    '\0',
    'x'.repeat(200),
    '"'.repeat(200),
    '%_\\'
  ])('%j is no syntax', (typed) => {
    search.addText(text('m', 'near'))
    search.touchPerson('+12125550101', 'Anna', nowMs)
    save('a', 'Ada', '+12125550102')
    search.search({ text: typed, limit: 5 })
    contacts.list({ text: typed, after: null, limit: 5 })
  })

  test('nothing of it throws, kept or looked for', () => {
    const any = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(any, any, (kept, typed) => {
        search.addText(text('m', kept))
        search.touchPerson(kept, kept, nowMs)
        save('a', kept, kept)
        search.search({ text: typed, limit: 5 })
        contacts.list({ text: typed, after: null, limit: 5 })
        expect(textIds(kept)).toEqual(typedWords(kept, 'last').length > 0 ? ['m'] : [])
        search.removePerson(kept)
      }),
      { numRuns: 200 }
    )
  })
})
