import { expect, it } from 'vitest'
import { moveTemplate, putTemplate } from '../../../../../src/renderer/features/settings/move-template.ts'

const template = (id: string) => ({ id, name: id, body: id })
const templates = ['a', 'b', 'c'].map(template)
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('')

it('a template moves by one place, and not out of the list', () => {
  expect(idsOf(moveTemplate(templates, 'b', -1))).toBe('bac')
  expect(idsOf(moveTemplate(templates, 'b', 1))).toBe('acb')
  expect(idsOf(moveTemplate(templates, 'a', -1))).toBe('abc')
  expect(idsOf(moveTemplate(templates, 'c', 1))).toBe('abc')
  expect(idsOf(moveTemplate(templates, 'x', 1))).toBe('abc')
})

it('an edited template stays in its place, a new one comes last', () => {
  expect(putTemplate(templates, { ...template('b'), name: 'new' })[1]?.name).toBe('new')
  expect(idsOf(putTemplate(templates, template('d')))).toBe('abcd')
})
