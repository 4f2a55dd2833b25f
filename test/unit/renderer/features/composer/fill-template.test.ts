import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../../../../src/renderer/features/composer/fill-template.ts'

const known = { name: 'Anna Meier', me: 'John', line: 'Support Line' }
const unknown = { name: null, me: null, line: null }

describe('a template', () => {
  it.each([
    ['Hi {name}, sorry. {me}', 'Hi Anna Meier, sorry. John'],
    ['{line}: {me}', 'Support Line: John'],
    ['{other} and {name}', '{other} and Anna Meier'],
    ['no placeholder { name }', 'no placeholder { name }']
  ])('%j is filled in', (template, filled) => {
    expect(fillTemplate(template, known)).toBe(filled)
  })

  it.each([
    ['Hi {name}, sorry.', 'Hi, sorry.'],
    ['Thank you for your call, {name}. See you', 'Thank you for your call. See you'],
    ['Thank you, {name}', 'Thank you'],
    ['{name}, thank you', 'thank you'],
    ['Hi {name} and welcome', 'Hi and welcome'],
    ['Hi {name}! {me}', 'Hi!'],
    ['Hi,\n{name}: we wait\n{me}', 'Hi,\nwe wait'],
    ['({name}) hello', '() hello'],
    ['wait , what {name}', 'wait , what']
  ])('%j leaves out what is not known', (template, filled) => {
    expect(fillTemplate(template, unknown)).toBe(filled)
  })

  it('does not read again what it filled in, and keeps a name to one harmless line', () => {
    expect(fillTemplate('{name}!', { ...known, name: '{me}\u202e\nEvil' })).toBe('{me} Evil!')
  })

  it('takes a blank name for none', () => {
    expect(fillTemplate('Hi {name}, sorry.', { ...known, name: ' ' })).toBe('Hi, sorry.')
  })

  it('of plain words stays as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/[{}]/u.test(text)),
        (text) => {
          expect(fillTemplate(text, unknown)).toBe(text.trim())
        }
      )
    )
  })

  it('has no doubled space where it had none', () => {
    const piece = fc.constantFrom('Hi', ',', '.', ' ', '{name}', '{me}', '!', 'you')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const template = pieces.join('')
        if (/ {2}/u.test(template)) return
        expect(fillTemplate(template, unknown)).not.toMatch(/ {2}|\{/u)
      })
    )
  })
})
