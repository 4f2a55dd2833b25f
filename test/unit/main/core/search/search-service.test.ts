import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDirectory } from '../../../../../src/main/core/contacts/index.ts'
import { createSearchService, typedWords } from '../../../../../src/main/core/search/index.ts'
import { snippetOf } from '../../../../../src/main/core/search/snippet.ts'
import { InMemoryLedger } from '../../../../fakes/in-memory-ledger.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

function open() {
  const ledger = new InMemoryLedger()
  const directory = createDirectory(textByKey)
  directory.setColleagues(new Map([['1001', 'Anna Berg']]))
  const colleagues = () => [
    { extension: '1001', name: 'Anna Berg' },
    { extension: '1002', name: 'Ben Okafor' }
  ]
  return { ledger, search: createSearchService({ ledger, directory, colleagues }) }
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
