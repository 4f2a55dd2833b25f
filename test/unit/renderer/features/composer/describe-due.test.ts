import { beforeAll, expect, test } from 'vitest'
import { describeDue } from '../../../../../src/renderer/features/composer/describe-due.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'

const zone = 'America/New_York'

beforeAll(() => startText())

test.each([
  ['2026-11-27T09:00-05:00', '2026-11-27T14:05-05:00', 'today at 14:05'],
  ['2026-11-27T23:59-05:00', '2026-11-28T00:00-05:00', 'tomorrow at 00:00'],
  ['2026-11-27T09:00-05:00', '2026-11-30T09:00-05:00', 'Monday, Nov 30 at 09:00'],
  // November 1 is an hour longer than other days, March 8 an hour shorter.
  ['2026-10-31T12:00-04:00', '2026-11-01T23:30-05:00', 'tomorrow at 23:30'],
  ['2026-11-01T00:30-04:00', '2026-11-02T23:45-05:00', 'tomorrow at 23:45'],
  ['2026-03-07T23:30-05:00', '2026-03-08T23:45-04:00', 'tomorrow at 23:45'],
  ['2026-03-07T23:30-05:00', '2026-03-09T00:15-04:00', 'Monday, Mar 9 at 00:15']
])('seen at %s, what is due at %s goes out %s', (now, due, text) => {
  expect(describeDue(Date.parse(due), Date.parse(now), zone)).toBe(text)
})
