import { afterEach, describe, expect, it } from 'vitest'
import type { ListenerOptions } from '../../../src/main/core/webhooks/index.ts'
import { openRaw, sendRaw, statusOf } from '../../fakes/raw-http.ts'
import { body, type ListenerUnderTest, openListener, rawPost, withoutDate } from './listener-under-test.ts'

let at: ListenerUnderTest
afterEach(() => at.listener.close())

const open = async (options: Partial<ListenerOptions> = {}): Promise<void> => {
  at = await openListener({ allowedSources: () => ['203.0.113.0/24', '2001:db8::/32'], ...options })
}
const statusFrom = async (headers: Readonly<Record<string, string | string[]>>, content = body) =>
  (await at.send({ headers, body: content })).status

describe('with a list of source addresses', () => {
  it('an event is taken from those alone, as the tunnel says', async () => {
    await open()
    expect(await statusFrom({ 'x-forwarded-for': '203.0.113.7' })).toBe(200)
    expect(await statusFrom({ 'X-Forwarded-For': '[2001:db8::7]:443' })).toBe(200)
    expect(await statusFrom({ 'x-forwarded-for': '198.51.100.7' })).toBe(404)
    expect(await statusFrom({})).toBe(404)
    expect(at.appended).toHaveLength(2)
    expect(at.requests.list()).toMatchObject([
      { outcome: 'other-source', source: null, why: 'Where it came from is not known.' },
      { outcome: 'other-source', source: '198.51.100.7', why: '198.51.100.7 is not an allowed address.' },
      { outcome: 'stored', source: '2001:db8::7', why: null },
      { outcome: 'stored', source: '203.0.113.7', why: null }
    ])
  })

  it('nobody gets in by what they write before the tunnel does', async () => {
    await open()
    const made = '203.0.113.7'
    expect(await statusFrom({ 'x-forwarded-for': `${made}, 198.51.100.7` })).toBe(404)
    expect(await statusFrom({ 'x-forwarded-for': [made, '198.51.100.7'] })).toBe(404)
    expect(await statusFrom({ 'x-forwarded-for': `${made}, ` })).toBe(404)
    expect(await statusFrom({ 'x-forwarded-for': `${made}, unknown` })).toBe(404)
    expect(await statusFrom({ 'x-real-ip': made, forwarded: `for=${made}`, 'cf-connecting-ip': made })).toBe(
      404
    )
    expect(await statusFrom({ 'x-forwarded-for': ['198.51.100.7', made] })).toBe(200)
    expect(at.appended).toHaveLength(1)
  })

  it('the header means nothing where there is no tunnel', async () => {
    await open({ trustedProxies: () => [] })
    expect(await statusFrom({ 'x-forwarded-for': '203.0.113.7' })).toBe(404)
    expect(at.requests.list()).toMatchObject([{ source: '127.0.0.1', outcome: 'other-source' }])
  })

  it('others get what they would get at a wrong address, whatever they send', async () => {
    await open()
    const from = 'X-Forwarded-For: 198.51.100.7\r\n'
    const ofWrongPath = withoutDate(await sendRaw(at.listener.port, rawPost(body, '', '/hooks/wrong')))
    const chunks = `10000\r\n${'x'.repeat(0x10000)}\r\n1\r\nx\r\n0\r\n\r\n`
    const theirs = [
      rawPost(body, from),
      rawPost('nonsense', from),
      rawPost('', from),
      rawPost(JSON.stringify({ event_name: 'VOICE360_COMPANION_TEST' }), from),
      rawPost(body, `${from}Content-Encoding: gzip\r\n`),
      rawPost(body, `${from}Expect: 100-continue\r\n`),
      rawPost('x'.repeat(65_537), from),
      rawPost('', from).replace('Content-Length: 0\r\n\r\n', `Transfer-Encoding: chunked\r\n\r\n${chunks}`)
    ]
    for (const text of theirs) expect(withoutDate(await sendRaw(at.listener.port, text))).toBe(ofWrongPath)
    expect(at.appended).toEqual([])
    expect(at.requests.list().filter(({ outcome }) => outcome === 'other-source')).toHaveLength(theirs.length)
  })

  it('another list counts from the next request on', async () => {
    let list: readonly string[] = []
    await open({ allowedSources: () => list })
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    const statuses: number[] = []
    for (const next of [[], ['198.51.100.7'], ['203.0.113.7'], ['::/0'], []]) {
      list = next
      statuses.push(await statusFrom(headers))
    }
    expect(statuses).toEqual([200, 404, 200, 404, 200])
  })
})

describe('a test event of our own', () => {
  it('arrives from wherever it is sent, and is no event', async () => {
    await open()
    const test = at.testEvents.issue()
    expect(await statusFrom({ 'x-forwarded-for': '198.51.100.7' }, test.body)).toBe(200)
    await test.arrived
    const unknownSource = at.testEvents.issue()
    expect(await statusFrom({}, unknownSource.body)).toBe(200)
    await unknownSource.arrived
    expect(at.appended).toEqual([])
    expect(at.stored).toEqual([])
    expect(at.requests.list()).toEqual([])
  })

  it('counts once, and only with the right token', async () => {
    at = await openListener()
    const test = at.testEvents.issue()
    expect(await at.send({ path: '/hooks/wrong', body: test.body })).toMatchObject({ status: 404 })
    expect(await at.send({ body: test.body })).toMatchObject({ status: 200 })
    const again = await sendRaw(at.listener.port, rawPost(test.body))
    expect(statusOf(again)).toBe(400)
    expect(again).toMatch(/\r\n\r\nThis test event is unknown here, or came before\.\n$/)
    expect(at.requests.list().map(({ outcome }) => outcome)).toEqual(['not-an-event', 'not-found'])
    expect(at.appended).toEqual([])
  })
})

it('a request that breaks off has no answer and tells of nobody', async () => {
  await open()
  const { socket, answer } = openRaw(at.listener.port)
  socket.write(rawPost(body, 'X-Forwarded-For: 203.0.113.7\r\n').slice(0, -1), () => socket.resetAndDestroy())
  await answer
  expect(await statusFrom({ 'x-forwarded-for': '203.0.113.7' })).toBe(200)
  expect(at.requests.list()).toHaveLength(1)
})
