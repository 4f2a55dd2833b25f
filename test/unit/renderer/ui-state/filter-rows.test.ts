import { describe, expect, it } from 'vitest'
import { filterRows, isNumberLike } from '../../../../src/renderer/ui-state/filter-rows.ts'
import { anna, anonymous, ben, layla, stranger } from '../../../fakes/sample-office.ts'

const rows = [anna, ben, stranger, layla, anonymous]
const filter = (text: string) => filterRows(rows, text, (party) => party)

describe('filterRows', () => {
  it.each([
    ['', rows],
    ['  ', rows],
    ['meIER', [anna]],
    ['ليلى', [layla]],
    ['987 65', [stranger]],
    ['(987) 321', [ben]],
    ['nobody', []]
  ])('shows for "%s" the rows that have it', (text, shown) => {
    expect(filter(text)).toEqual(shown)
  })

  it('keeps every row while a number is typed that none of them has', () => {
    expect(filter('+49 30 1234')).toEqual(rows)
  })
})

it.each([
  ['+1 (555) 123-4567', true],
  ['*72', true],
  ['room 5', false],
  ['--', false]
])('takes "%s" for a number: %s', (text, is) => {
  expect(isNumberLike(text)).toBe(is)
})
