import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BodyPart, bodyParts } from '../../../../../src/renderer/features/messages/body-parts.ts'
import { shownText } from '../../../../../src/renderer/features/messages/shown-text.ts'
import { nastyTexts } from '../../../../fixtures/nasty-texts.ts'

const links = (body: string) => bodyParts(body).flatMap((part) => (part.kind === 'link' ? [part] : []))
const kinds = (body: string) => bodyParts(body).map(({ kind }) => kind)

describe('the links of a message', () => {
  it('are its https addresses, without the sentence around them', () => {
    expect(bodyParts('See https://example.com/a_(b)?c=1#d. Thanks')).toEqual([
      { kind: 'text', at: 0, text: 'See ' },
      {
        kind: 'link',
        at: 4,
        text: 'https://example.com/a_(b)?c=1#d',
        url: 'https://example.com/a_(b)?c=1#d',
        host: { ascii: 'example.com', unicode: null }
      },
      { kind: 'text', at: 35, text: '. Thanks' }
    ])
  })

  it.each(['http://example.com/login', 'ftp://example.com/a', 'mailto:ada@example.com'])(
    '%s is only to be copied',
    (address) => {
      expect(kinds(`Go to ${address} now`)).toEqual(['text', 'address', 'text'])
    }
  )

  it.each([
    'javascript:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'example.com',
    'ada@example.com',
    '//example.com/a',
    '192.168.0.1',
    'Call +1 212 555 0123 or 911',
    'tel:+12125550123'
  ])('%s is text', (body) => {
    expect(kinds(body)).toEqual(['text'])
  })

  it('show the server of a look-alike as the network knows it and as people would read it', () => {
    const wanted = { ascii: 'xn--pple-43d.com', unicode: 'аpple.com' }
    expect(links('https://аpple.com/login')[0]?.host).toEqual(wanted)
    expect(links('https://xn--pple-43d.com/login')[0]?.host).toEqual(wanted)
  })

  it('are not opened where they name a user or hide something', () => {
    for (const body of ['https://bank.example@evil.example/', 'https://a:b@evil.example/']) {
      for (const { host } of links(body)) expect(host.ascii).not.toContain('@')
      expect(links(body).some(({ url }) => url.includes('@'))).toBe(false)
    }
    expect(links('https://evil.example/\u{202E}gnp.exe')).toEqual([])
  })
})

/** What a part shows, and what could be opened from it. */
const texts = (parts: readonly BodyPart[]) => parts.map(({ text }) => text).join('')

describe('any text of a stranger', () => {
  it.each(nastyTexts.map((text) => [JSON.stringify(text).slice(0, 60), text]))(
    '%s shows inert',
    (_, text) => {
      const parts = bodyParts(text)
      expect(texts(parts)).toBe(shownText(text))
      expect(texts(parts)).not.toMatch(/[\u{202A}-\u{202E}\u{2066}-\u{2069}]|(?![\t\n])\p{Cc}/u)
      for (const { url, host } of links(text)) {
        expect(text).toContain(url)
        expect(new URL(url)).toMatchObject({ protocol: 'https:', username: '', host: host.ascii })
      }
    }
  )

  it('is shown whole, but for what is not seen, and once', () => {
    const pieces = fc.constantFrom(
      'https://example.com/',
      'http://',
      '\u{202E}',
      ' ',
      '\n',
      'a',
      '.',
      '://',
      '@'
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))), (some) => {
        const text = some.join('')
        expect(texts(bodyParts(text))).toBe(shownText(text))
      })
    )
  })
})
