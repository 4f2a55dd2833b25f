import { beforeAll, expect, it } from 'vitest'
import { hideSecret } from '../../../../../src/renderer/features/reach/hide-secret.ts'
import {
  endText,
  nextTryText,
  reasonOf,
  spanLength,
  stateText
} from '../../../../../src/renderer/features/reach/reach-words.ts'
import {
  countArriving,
  namesOfOldAddress,
  remarkText
} from '../../../../../src/renderer/features/reach/remark-words.ts'
import { sourceProblem } from '../../../../../src/renderer/features/reach/source-address.ts'
import { startText } from '../../../../../src/renderer/text/text.ts'
import { sampleCoach, sampleReach, troubledCoach } from '../../../../fakes/sample-reach.ts'

const zone = 'UTC'
const nowMs = Date.UTC(2026, 10, 24, 12, 30)
const minuteMs = 60_000
const { tunnel } = sampleReach(nowMs)

beforeAll(startText)

it('says since when, with the date where that is not today', () => {
  expect(stateText({ state: 'deaf', sinceMs: nowMs - 26 * minuteMs }, nowMs, zone)).toBe(
    'Calls can’t reach this computer since 12:04'
  )
  expect(stateText({ state: 'deaf', sinceMs: nowMs - 1_440 * minuteMs }, nowMs, zone)).toBe(
    'Calls can’t reach this computer since Nov 23, 12:30'
  )
  expect(stateText({ state: 'deaf', sinceMs: 0 }, nowMs, zone)).toMatch(/^Finding out/u)
})

it('counts down to the next try', () => {
  const at = (nextTryAtMs: number | null) => nextTryText({ ...tunnel, nextTryAtMs }, nowMs)
  expect([at(nowMs + 7_200), at(nowMs + 1), at(nowMs), at(null)]).toEqual([
    'Next try in 8 s.',
    'Next try in 1 s.',
    'Trying again now.',
    null
  ])
})

it('falls back on what the tunnel said, but not while all is well', () => {
  const said = { reason: null, tunnel: { ...tunnel, reason: 'It stopped.' } }
  expect(reasonOf({ ...said, state: 'deaf' })).toBe('It stopped.')
  expect(reasonOf({ ...said, state: 'listening' })).toBe(null)
  expect(reasonOf({ ...said, reason: 'Another.', state: 'deaf' })).toBe('Another.')
})

it.each([
  [59_999, 'under a minute'],
  [15 * minuteMs, '15 min'],
  [120 * minuteMs, '2 h'],
  [125 * minuteMs, '2 h 5 min'],
  [1_440 * minuteMs, '1 day 0 h'],
  [75 * 60 * minuteMs, '3 days 3 h']
])('%i ms is %s', (lengthMs, text) => {
  expect(spanLength(nowMs, nowMs + lengthMs)).toBe(text)
})

it('says when something ends: to the minute where that is less than a day away', () => {
  const said = [-25, -1, 1, 23, 25, 24 * 60].map((hours) =>
    endText(nowMs + hours * 60 * minuteMs, nowMs, zone)
  )
  expect(said).toEqual([
    'Nov 23',
    'Nov 24, 11:30',
    'Nov 24, 13:30',
    'Nov 25, 11:30',
    'Nov 25',
    'Jan 23, 2027'
  ])
})

it('hides the secret and nothing else', () => {
  expect(hideSecret('https://a.example/below/hooks/Sec-ret_1')).toBe('https://a.example/below/hooks/••••••••')
  expect(hideSecret('https://a.example')).toBe('https://a.example')
})

it('says in words what is remarked, and counts what arrives', () => {
  const { rows } = troubledCoach(nowMs)
  expect(countArriving(rows)).toBe(2)
  expect(countArriving(sampleCoach(nowMs).rows)).toBe(6)
  expect(namesOfOldAddress(rows)).toEqual(['INCOMING_EXTERNAL_CALL'])
  const texts = rows.flatMap(({ remarks }) => remarks.map(remarkText))
  expect(texts).toHaveLength(6)
  expect(texts.every((text) => text.endsWith('.') && !text.includes('{{') && !text.includes('..'))).toBe(true)
})

it('takes addresses and networks, each once', () => {
  const listed = ['203.0.113.7']
  const problems = ['203.0.113.0/24', '2001:db8::/32', ' 198.51.100.1 '].map((text) =>
    sourceProblem(text, listed)
  )
  expect(problems).toEqual([null, null, null])
  expect(sourceProblem('203.0.113.7', listed)).toBe('203.0.113.7 is allowed already.')
  for (const text of ['203.0.113', '203.0.113.0/33', 'voice360.app', '']) {
    expect(sourceProblem(text, listed)).toMatch(/^Enter an IP address/u)
  }
  const full = Array.from({ length: 50 }, (_, index) => `203.0.113.${index}`)
  expect(sourceProblem('198.51.100.1', full)).toBe('At most 50 can be listed.')
})
