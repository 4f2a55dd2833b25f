import { expect, it } from 'vitest'
import { reportOf } from '../../../../../src/renderer/features/import-file/import-report.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'

startText()

it('names each row with its reason on a line of its own, and how many are not named', () => {
  const rows = [{ row: 7, text: 'Smith;\nJohn\t;x', reason: 'No number.' }]
  expect(reportOf('Rows that are not taken: 3', rows, 3).split('\n')).toEqual([
    'Rows that are not taken: 3',
    'Row 7\tNo number.\tSmith; John ;x',
    'and 2 more'
  ])
  expect(reportOf('', rows, 1).split('\n')).toHaveLength(2)
})
