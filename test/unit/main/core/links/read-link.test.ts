import { describe, expect, test } from 'vitest'
import { readLink } from '../../../../../src/main/core/links/read-link.ts'
import { hostileLinks } from '../../../../fixtures/hostile-links.ts'

test.each([
  'tel:+12125550101',
  'TEL://+1-212-555-0101;ext=7',
  'callto:1002',
  'tel:%2B12125550101?x=1',
  'tel:'
])('“%s” is to call', (url) => expect(readLink(url)).toEqual({ kind: 'call' }))

describe('sms:', () => {
  const write = (body: string, ...recipients: string[]) => ({ kind: 'write', recipients, body })
  test.each([
    ['sms:+12125550101', write('', '+12125550101')],
    ['sms:+12125550101?body=See%20you%20at%206%2C%20Ada', write('See you at 6, Ada', '+12125550101')],
    ['sms:+12125550101&body=from%20an%20iPhone', write('from an iPhone', '+12125550101')],
    ['sms://+12125550101/?BODY=x', write('x', '+12125550101/')],
    ['sms:+12125550101;smsc=+1900?subject=no&body=1+1&body=2', write('1+1', '+12125550101')],
    ['sms:+12125550101,%20%2B12125550102,?body=', write('', '+12125550101', '+12125550102')],
    ['sms:+12125550101?body=two%0D%0Alines', write('two\nlines', '+12125550101')],
    ['sms:+12125550101?body=%E2%80%AE%00%1Bx', write('x', '+12125550101')],
    ['sms:+12125550101?body=%', write('', '+12125550101')]
  ])('“%s” is to write', (url, meaning) => expect(readLink(url)).toEqual(meaning))
})

test.each([
  'https://example.com',
  'javascript:alert(1)//tel:1',
  ' tel:+12125550101',
  'tel:+1212555%0A0101',
  'tel:+1212\u0007555',
  'tel:+12125550101;x=\u0007',
  'sms:+12125550101?subject=\n',
  'tel:%E0%A4%A',
  'sms:',
  'sms:,;?body=x',
  'sms:+12125550101,%',
  `tel:${'1'.repeat(2_000)}`,
  ''
])('“%s” is not opened', (url) => expect(readLink(url)).toEqual({ kind: 'unreadable' }))

test('no hostile link is more than one of these, or brings characters that cannot be seen', () => {
  for (const url of hostileLinks) {
    const meaning = readLink(url)
    const seen = meaning.kind === 'write' ? [...meaning.recipients, meaning.body].join('') : ''
    expect(seen).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u)
  }
})
