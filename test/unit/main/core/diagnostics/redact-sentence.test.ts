import { expect, test } from 'vitest'
import { createPseudonyms } from '../../../../../src/main/core/diagnostics/pseudonyms/pseudonyms.ts'
import { createSentenceRedaction } from '../../../../../src/main/core/diagnostics/redact-sentence.ts'

const known = {
  numbers: new Set<string>(),
  extensions: new Set<string>(),
  ids: new Set(['4400123', 'call-7']),
  names: new Set(['Mara', 'Mara Lopez', '王小明先生', '李四', 'Jo']),
  queues: new Set(['Sales (north)']),
  bodies: new Set(['?!?!', 'the safe'])
}
const replacer = createPseudonyms({ key: Buffer.from('key'), region: 'US', avoid: new Set() })
const own = new Map([
  ['web', '[host]'],
  ['web-1', '[host]'],
  ['jane', '[user]'],
  ['büro', '[host]'],
  ['calls.corp.example', '[host]']
])
const redact = createSentenceRedaction({ region: 'US', replacer, known, own })
const number = replacer.address('+14155552671')

test.each([
  ['Tell Mara Lopez, not Mara.', /^Tell Person (\d), not Person (?!\1)\d\.$/],
  ['The Marathon of Jo', /^The Marathon of Jo$/],
  ['打电话给王小明先生吧,李四', /^打电话给Person \d吧,Person \d$/],
  ['Queue Sales (north) is full', /^Queue Queue 1 is full$/],
  ['She wrote "?!?!" of the safe', /^She wrote "[a-z]{4}" of [a-z]{3} [a-z]{4}$/],
  ['Event 4400123 of call-7', /^Event (?!4400123)\d{7} of (?!call-7)[a-z]{4}-\d$/],
  ['At 2026-01-15T10:30:00.123Z, 1768473000123', /^At 2026-01-15T10:30:00\.123Z, 1768473000123$/],
  ['Port 54321 of extension 1001 in 12 ms', /^Port 54321 of extension 1001 in 12 ms$/],
  ['See https://a.example/x?y=1 or b.example', /^See https:\/\/\[address\] or \[host\]$/],
  ['Asked api.voice360.app, see companion.log', /^Asked api\.voice360\.app, see companion\.log$/],
  ['Mail jane.doe@corp.example', /^Mail \[address\]$/],
  ['From 198.18.7.9 and 127.0.0.1', /^From 192\.0\.2\.\d+ and 127\.0\.0\.1$/],
  [
    'From 2001:db9:1:2:3:4:5:6 and fe80::1c at 10:30:00',
    /^From 192\.0\.2\.\d+ and 192\.0\.2\.\d+ at 10:30:00$/
  ],
  [
    'In /home/jane/.config/x and C:\\Users\\Jane Doe\\x',
    /^In \/home\/\[user\]\/\.config\/x and \/home\/\[user\]\\x$/
  ],
  ['Token Jx0c4vT1pZ9u', /^Token (?!Jx0c4vT1pZ9u)[A-Za-z\d]{12}$/],
  ['voice360-companion', /^voice360-companion$/],
  ['Could not resolve hostname web: Name or', /^Could not resolve hostname \[host\]: Name or$/],
  ['WEB, Web-1, a web_x of BÜRO', /^\[host\], \[host\], a \[host\]_x of \[host\]$/],
  ['A webhook of cobweb', /^A webhook of cobweb$/],
  ['Jane at %2Fjane or \\nJANE', /^\[user\] at %2F\[user\] or \\n\[user\]$/],
  ['Nothing answers at pbx.other.example.', /^Nothing answers at \[host\]\.$/],
  ['Nothing answers at PBX.Other.Example:8443', /^Nothing answers at \[host\]:8443$/],
  ['Something answers at pbx.other.example (418).', /^Something answers at \[host\] \(418\)\.$/],
  ['firma.xn--p1ai, büro.example, s_1.corp.example', /^\[host\], \[host\], \[host\]$/],
  ['(@corp.example) .corp.example firm.md', /^\(@\[host\]\) \.\[host\] \[host\]$/],
  ['HTTPS://Corp.example/x', /^HTTPS:\/\/\[address\]$/],
  ['doe%40corp.example', /^\[address\]$/],
  ['From 10.0.0.5.', /^From 192\.0\.2\.\d+\.$/],
  ['From ::ffff:198.18.7.9 and FE80::1C', /^From 192\.0\.2\.\d+ and 192\.0\.2\.\d+$/],
  ['In c:\\users\\Ann\\x', /^In \/home\/\[user\]\\x$/],
  ['x\\u{a}    at Socket.emit (node:events:519:28)', /^x\\u\{a\}    at Socket\.emit \(node:events:519:28\)$/],
  ['See https://x.example/Mara/doe', /^See https:\/\/\[address\]$/]
])('%s', (sentence, redacted) => {
  expect(redact(sentence)).toMatch(redacted)
})

test('a number is the same as elsewhere, however it is written', () => {
  expect(redact('+14155552671')).toBe(number)
  expect(redact('Call 4155552671 now')).toBe(`Call ${number.slice(2)} now`)
})

test.each(['4155-55-2671', '415‑555‑2671', '415\u202f555\u202f2671', '415_555_2671', '４１５５５５２６７１'])(
  'no digits of %s are left',
  (text) => {
    expect(redact(`Call ${text} now`).normalize('NFKC')).not.toMatch(/4155|555.?2671/)
  }
)

test('an id of an event is the same as there', () => {
  const id = 'call-1234abcd'
  const withId = { ...known, ids: new Set([id]) }
  const redacted = createSentenceRedaction({ region: 'US', replacer, known: withId, own })
  expect(redacted(`Event of ${id}`)).toBe(`Event of ${replacer.id(id)}`)
})
