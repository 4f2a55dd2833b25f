import { expect, it } from 'vitest'
import { gapsAsCsv, gapsFileName } from '../../../../../src/renderer/features/reach/gaps-csv.ts'

const fromMs = Date.UTC(2026, 10, 24, 17, 4)

it('writes each time with its length and reason, guarded against formulas', () => {
  const csv = gapsAsCsv(
    [
      { fromMs, toMs: fromMs + 900_000, reason: 'The tunnel stopped, again.' },
      { fromMs: fromMs - 60_000, toMs: fromMs - 30_500, reason: null },
      { fromMs: 0, toMs: 1_000, reason: '=1+1' }
    ],
    'America/New_York'
  )
  expect(csv.split('\r\n')).toEqual([
    '\uFEFFfrom,to,seconds,reason',
    '2026-11-24T12:04:00-05:00,2026-11-24T12:19:00-05:00,900,"The tunnel stopped, again."',
    '2026-11-24T12:03:00-05:00,2026-11-24T12:03:29-05:00,30,',
    "1969-12-31T19:00:00-05:00,1969-12-31T19:00:01-05:00,1,'=1+1",
    ''
  ])
})

it('names the file by the day in the zone', () => {
  expect(gapsFileName(Date.UTC(2026, 10, 24, 2), 'America/New_York')).toBe('voice360-gaps-2026-11-23.csv')
})
