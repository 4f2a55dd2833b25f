import { describe, expect, test } from 'vitest'
import { readCommandLine } from '../../../../../src/main/core/links/read-command-line.ts'
import { hostileCommandLines } from '../../../../fixtures/hostile-links.ts'

const requestsOf = (...words: string[]) => readCommandLine(words).requests

test('nothing is asked by words of one’s own and switches', () => {
  const words = [
    '.',
    '--no-sandbox',
    '/home/ada/telephone',
    'https://example.com',
    '-psn_0_12345',
    'mailto:a@b'
  ]
  expect(readCommandLine(words)).toEqual({ ownWords: words, requests: [] })
  expect(readCommandLine([])).toEqual({ ownWords: [], requests: [] })
})

describe('links', () => {
  test('of each scheme, however it is written, are found among switches, also behind “--”', () => {
    const requests = requestsOf(
      '.',
      'TEL:+12125550101',
      '--x',
      'callto:1002',
      '--',
      'sms:+12125550102?body=hi'
    )
    expect(requests).toEqual([
      { kind: 'link', url: 'TEL:+12125550101' },
      { kind: 'link', url: 'callto:1002' },
      { kind: 'link', url: 'sms:+12125550102?body=hi' }
    ])
  })

  test('make nothing of the words behind them', () => {
    const words = ['.', '--json', 'tel:+12125550101', '--key-stdin', 'dial', '+19005550123']
    expect(readCommandLine(words)).toEqual({
      ownWords: ['.', '--json'],
      requests: [{ kind: 'link', url: 'tel:+12125550101' }]
    })
  })

  test('are not kept in numbers and lengths that nobody clicks', () => {
    const requests = requestsOf(...Array.from({ length: 5_000 }, () => `tel:${'1'.repeat(50_000)}`))
    expect(requests).toHaveLength(100)
    expect(requests[0]).toEqual({ kind: 'link', url: `tel:${'1'.repeat(1_997)}` })
  })
})

describe('dial', () => {
  test.each([
    [['dial', '+12125550101'], '+12125550101'],
    [['.', '--no-sandbox', 'dial', '(212)', '555', '0101'], '(212) 555 0101'],
    [['dial', '212', '--json', '555', '--', '0101'], '212 555 0101'],
    [['dial', 'tel:+12125550101'], 'tel:+12125550101'],
    [['dial'], '']
  ])('takes the words of %j as one number', (words, text) => {
    expect(requestsOf(...words)).toEqual([{ kind: 'dial', text }])
  })

  test('leaves its switches no effect', () => {
    expect(readCommandLine(['--json', 'dial', '1002', '--key-stdin']).ownWords).toEqual(['--json'])
  })

  test('is cut where nobody’s number is that long', () => {
    expect(requestsOf('dial', '1'.repeat(100_000))).toEqual([{ kind: 'dial', text: '1'.repeat(2_001) }])
  })
})

test('500 hostile command lines become links at most, and no option', () => {
  for (const words of hostileCommandLines) {
    const { ownWords, requests } = readCommandLine(words)
    expect(requests.every(({ kind }) => kind === 'link')).toBe(true)
    const firstLink = words.findIndex((word) => /^(tel|sms|callto):/i.test(word))
    expect(ownWords).toEqual(words.slice(0, firstLink))
  }
})
