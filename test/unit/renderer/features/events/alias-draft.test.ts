import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aliasOf,
  canBeNamed,
  isSameAliases,
  withAlias
} from '../../../../../src/renderer/features/events/alias-draft.ts'
import { eventFieldSchema, fieldAliasesSchema } from '../../../../../src/shared/domain/event-reading.ts'

const anyField = fc.constantFrom(...eventFieldSchema.options)
const anyName = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_'), minLength: 1, maxLength: 4 })

describe('an alias', () => {
  it('comes before those there are, and leaves the field it had', () => {
    const aliases = { from: ['anrufer'], to: ['ziel'] }
    expect(withAlias(aliases, 'ziel', 'from')).toEqual({ from: ['ziel', 'anrufer'] })
    expect(withAlias(aliases, 'anrufer', null)).toEqual({ to: ['ziel'] })
  })

  it('is one meaning for a name, of which the settings can always be made', () => {
    const steps = fc.array(fc.tuple(anyName, fc.option(anyField)), { maxLength: 60 })
    fc.assert(
      fc.property(steps, (all) => {
        let aliases = {}
        for (const [name, field] of all) {
          aliases = withAlias(aliases, name, field)
          expect(aliasOf(aliases, name)).toBe(field)
        }
        expect(fieldAliasesSchema.parse(aliases)).toEqual(aliases)
      })
    )
  })

  it('cannot be made of a name that is longer than may be kept', () => {
    expect(canBeNamed('x'.repeat(64))).toBe(true)
    expect(canBeNamed('x'.repeat(65))).toBe(false)
    expect(canBeNamed('')).toBe(false)
  })
})

it('aliases are the same when each field has the same names, in the same order', () => {
  expect(isSameAliases({}, { from: [] })).toBe(true)
  expect(isSameAliases({ from: ['a', 'b'] }, { from: ['a', 'b'] })).toBe(true)
  expect(isSameAliases({ from: ['a', 'b'] }, { from: ['b', 'a'] })).toBe(false)
  expect(isSameAliases({ from: ['a'] }, { to: ['a'] })).toBe(false)
})
