import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDirectory } from '../../../../../src/main/core/contacts/index.ts'
import { createSearchService, typedWords } from '../../../../../src/main/core/search/index.ts'
import { snippetOf } from '../../../../../src/main/core/search/snippet.ts'
import type { Call } from '../../../../../src/shared/domain/call.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import { call } from '../../../../fakes/sample-records.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

function open({ calls = [] }: { readonly calls?: readonly Call[] } = {}) {
  const ledger = new InMemoryLedger()
  const directory = createDirectory(textByKey)
  directory.setColleagues(new Map([['1001', 'Anna Berg']]))
  const colleagues = () => [
    { extension: '1001', name: 'Anna Berg' },
    { extension: '1002', name: 'Ben Okafor' }
  ]
  const findCall = (id: string) => Promise.resolve(calls.find((each) => each.id === id) ?? null)
  const search = createSearchService({ ledger, directory, colleagues, myExtension: () => '1002', findCall })
  return { ledger, search }
}

const person = (address: string, lastContactAtMs: number | null = null) => ({
  address,
  toldName: null,
  lastContactAtMs
})

test('colleagues come first, by name or the beginning of their extension, and once', async () => {
  const { ledger, search } = open()
  ledger.found = { people: [person('+12125550101', 2), person('1001', 1)], texts: [] }
  const addresses = async (text: string) =>
    (await search.find({ text, limit: 10 })).people.map(({ party }) => party.address)
  expect(await addresses('ann')).toEqual(['1001', '+12125550101'])
  expect(await addresses('100')).toEqual(['1001', '1002', '+12125550101'])
  expect(await addresses('001')).toEqual(['+12125550101', '1001'])
  const [first] = (await search.find({ text: 'an be', limit: 2 })).people
  expect(first).toMatchObject({ party: { name: 'Anna Berg' }, lastContactAtMs: 1 })
})

test.each(['', '  ', '!?', '🎉'])('nothing is looked for by "%s"', async (text) => {
  const { ledger, search } = open()
  ledger.found = { people: [person('+12125550101')], texts: [] }
  expect(await search.find({ text, limit: 10 })).toEqual({ people: [], texts: [] })
})

test('a text is shown as the words around what was found', async () => {
  const { ledger, search } = open()
  const body = `${'before '.repeat(50)}the\ninvoice of Zoë ${'after '.repeat(50)}`
  ledger.found = {
    people: [],
    texts: [{ kind: 'note', id: 'n', address: '+12125550101', atMs: 1, body }]
  }
  const [text] = (await search.find({ text: 'zoe', limit: 10 })).texts
  expect(text?.text).toMatch(/^….*the invoice of Zoë after.*…$/)
  expect(text?.text.length).toBeLessThan(100)
})

test('a note on a call is with whom I see there; a note on a person, or a message, with its address', async () => {
  const ben = createDirectory(textByKey).describe('1003', 'Ben')
  const { ledger, search } = open({ calls: [call({ id: 'a', other: ben })] })
  const text = { address: '1001', atMs: 1, body: 'parking' }
  ledger.found = {
    people: [],
    texts: [
      { ...text, kind: 'note', id: 'a' },
      { ...text, kind: 'note', id: 'n' },
      { ...text, kind: 'message', id: 'a' }
    ]
  }
  const { texts } = await search.find({ text: 'parking', limit: 10 })
  expect(texts.map(({ party }) => party.name)).toEqual(['Ben', 'Anna Berg', 'Anna Berg'])
})

test('I was never in touch with myself', async () => {
  const { ledger, search } = open()
  ledger.found = { people: [person('1001', 1), person('1002', 1)], texts: [] }
  const { people } = await search.find({ text: '100', limit: 10 })
  expect(people.map(({ lastContactAtMs }) => lastContactAtMs)).toEqual([1, null])
})

test('a snippet never cuts a character, whatever the text', () => {
  const family = '👨‍👩‍👧‍👦'
  expect(snippetOf(family.repeat(40), typedWords('x', 'last'))).toMatch(/^(👨‍👩‍👧‍👦)+…$/u)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string(), (body, typed) => {
      const snippet = snippetOf(body, typedWords(typed, 'last')).replaceAll('…', '')
      expect(snippet.isWellFormed()).toBe(true)
      expect(body.replaceAll('…', '').replaceAll(/\s+/g, ' ')).toContain(snippet)
    })
  )
})
