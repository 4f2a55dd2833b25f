import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendRaw, statusOf } from '../../fakes/raw-http.ts'
import {
  body,
  type ListenerUnderTest,
  openListener,
  rawPost,
  token,
  withoutDate
} from './listener-under-test.ts'

let at: ListenerUnderTest
beforeAll(async () => {
  at = await openListener()
})
afterAll(() => at.listener.close())

const from = (headers: string, path?: string): string => rawPost(body, headers, path)
const send = (text: string): Promise<string> => sendRaw(at.listener.port, text)

describe('whoever does not know the address', () => {
  it('gets one and the same 404, byte for byte, for whatever is wrong', async () => {
    const wrongs = [
      '/',
      '*',
      '/hooks',
      '/hooks/',
      '/hooks/wrong',
      `/hooks//${token}`,
      `//hooks/${token}`,
      `/hooks/${token}/`,
      `/hooks/${token}x`,
      `/hooks/${token.slice(0, -1)}`,
      `/HOOKS/${token}`,
      `/hooks/${token.toUpperCase()}`,
      `/hooks/%61${token.slice(1)}`,
      `/hooks/./${token}`,
      `/hooks/${token};a`,
      `/hooks/${token}%3Fa`,
      `/hooks/${'x'.repeat(8_000)}`,
      '/hooks/?event_name=A_B',
      `/?token=${token}`,
      '/favicon.ico',
      '/hooks/__proto__',
      `http://localhost/hooks/${token}`
    ].map((path) => from('', path))
    const otherwise = [
      from('Content-Encoding: gzip\r\n', '/hooks/wrong'),
      from('Expect: 100-continue\r\n', '/hooks/wrong'),
      from('Expect: something\r\n', '/hooks/wrong'),
      from('Upgrade: websocket\r\nConnection: upgrade\r\n', '/hooks/wrong'),
      from('', '/hooks/wrong').replace('HTTP/1.1', 'HTTP/1.0'),
      rawPost('x'.repeat(70_000), '', '/hooks/wrong'),
      ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'CONNECT', 'PROPFIND'].map((method) =>
        from('').replace('POST', method)
      ),
      `CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n`
    ]
    const answers = await Promise.all([...wrongs, ...otherwise].map(send))
    const first = withoutDate(answers[0] ?? '')
    expect(first).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/)
    expect(answers.map(withoutDate)).toEqual(answers.map(() => first))
    expect(at.appended).toEqual([])
  })
})

describe('a browser', () => {
  const preflight =
    'Origin: https://portal.example\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Private-Network: true\r\n'

  it.each([
    ['a page of this machine', from('Origin: http://localhost\r\n')],
    ['a page without an origin', from('Origin: null\r\n')],
    [
      'a page whose name now leads here',
      from('Origin: http://evil.example\r\n').replace('localhost', 'evil.example')
    ],
    ['a page that posts a form', from('Origin: https://a.example\r\nContent-Type: text/plain\r\n')],
    ['an image or a link', from('Sec-Fetch-Mode: no-cors\r\nSec-Fetch-Site: cross-site\r\n')],
    ['a page of the same site', from('sec-fetch-site: same-origin\r\n')],
    ['a preflight', from(preflight).replace('POST', 'OPTIONS')]
  ])('gets the same 404, and no word about other origins: %s', async (_what, text) => {
    const [answer, ofWrongPath] = await Promise.all([send(text), send(from('', '/wrong'))])
    expect(withoutDate(answer)).toBe(withoutDate(ofWrongPath))
    expect(answer).not.toMatch(/access-control|cross-origin/i)
    expect(at.appended).toEqual([])
  })

  it('learns of no other origin from an event that is taken', async () => {
    const answer = await send(from('').replace('localhost', 'any-name-of-a-tunnel.example'))
    expect(statusOf(answer)).toBe(200)
    expect(answer).not.toMatch(/access-control|cross-origin/i)
    expect(at.appended).toHaveLength(1)
  })
})
