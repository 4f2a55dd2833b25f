import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ledger, LedgerUnavailable, noChanges } from '../../../src/main/core/ports.ts'
import { webhookRequestSchema } from '../../../src/shared/domain/diagnostics.ts'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts'
import { sendRaw } from '../../fakes/raw-http.ts'
import { webhookBody } from '../../fakes/webhook-samples.ts'
import { body, type ListenerUnderTest, openListener, rawPost, token } from './listener-under-test.ts'

let clock: ManualClock
let appendEvent: Ledger['appendEvent']
let at: ListenerUnderTest

beforeEach(async () => {
  clock = createManualClock()
  appendEvent = () => Promise.resolve({ isDuplicate: false, changes: noChanges })
  at = await openListener({ clock, appendEvent: (event) => appendEvent(event) })
})
afterEach(() => at.listener.close())

const send = (text: string): Promise<string> => sendRaw(at.listener.port, text)
const newest = () => at.requests.list()[0]

describe('the log of requests', () => {
  it('has what came of an event, from whom and how long it took', async () => {
    const atMs = clock.nowMs()
    appendEvent = async () => {
      await clock.advance(12)
      return { isDuplicate: false, changes: noChanges }
    }
    await at.send({ headers: { 'x-forwarded-for': '203.0.113.7' } })
    expect(newest()).toEqual({
      id: 0,
      atMs,
      method: 'POST',
      source: '203.0.113.7',
      status: 200,
      outcome: 'stored',
      eventName: 'SMS_RECEIVED',
      why: null,
      tookMs: 12
    })
  })

  it('tells a repeated event from one that could not be stored', async () => {
    appendEvent = () => Promise.resolve({ isDuplicate: true, changes: noChanges })
    await at.send()
    expect(newest()).toMatchObject({ status: 200, outcome: 'duplicate', eventName: 'SMS_RECEIVED' })
    appendEvent = () => Promise.reject(new LedgerUnavailable('disk full'))
    await at.send()
    expect(newest()).toMatchObject({
      status: 503,
      outcome: 'ledger-unavailable',
      eventName: 'SMS_RECEIVED',
      why: 'The event could not be stored. Try again.'
    })
  })

  it.each([
    ['a wrong address', rawPost(body, '', '/hooks/wrong'), 404, 'not-found', 'No webhook has this address.'],
    ['a browser', rawPost(body, 'Origin: null\r\n'), 404, 'not-found', 'It came from a browser.'],
    ['a method', rawPost(body).replace('POST', 'PUT'), 404, 'not-found', 'Webhooks come by POST or GET.'],
    [
      'CONNECT',
      'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n',
      404,
      'not-found',
      'No webhook has this address.'
    ],
    ['hosts', rawPost(body, 'Host: b\r\n'), 400, 'malformed', 'There must be exactly one Host header.'],
    [
      'no host',
      rawPost(body).replace(/Host: .*\r\n/, ''),
      400,
      'malformed',
      'There must be exactly one Host header.'
    ],
    ['no event', rawPost('{"a":1}'), 400, 'not-an-event', 'There is no event_name.'],
    ['no JSON', rawPost('{"a":'), 400, 'not-an-event', 'The body is not valid JSON.'],
    ['a size', rawPost('x'.repeat(65_537)), 413, 'too-large', 'The body is larger than 64 KiB.'],
    [
      'gzip',
      rawPost(body, 'Content-Encoding: gzip\r\n'),
      415,
      'encoded',
      'The body must come as it is, not compressed.'
    ],
    ['no HTTP', 'hello\r\n\r\n', 400, 'malformed', 'This is not an HTTP request.'],
    [
      'a huge head',
      rawPost(body, `X-A: ${'x'.repeat(20_000)}\r\n`),
      431,
      'malformed',
      'The headers are too large.'
    ]
  ])('says why something was refused: %s', async (_what, text, status, outcome, why) => {
    expect(await send(text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(at.requests.list()).toHaveLength(1)
    expect(newest()).toMatchObject({ status, outcome, why })
    expect(() => webhookRequestSchema.parse(newest())).not.toThrow()
  })

  it('has those who were too slow', async () => {
    await at.listener.close()
    at = await openListener({ limits: { headersMs: 50, requestMs: 100, checkMs: 20 } })
    await send('POST /hooks/')
    expect(newest()).toMatchObject({ status: 408, outcome: 'malformed', why: 'The request came too slowly.' })
  })

  it('has nothing of a secret, of an address or of what was said', async () => {
    const canary = 'canary-5fb1'
    const secretEvent = webhookBody('SMS_RECEIVED', { message_id: canary, from: canary, body: canary })
    const requests = [
      rawPost(secretEvent),
      rawPost(secretEvent, `X-Forwarded-For: ${canary}\r\nCookie: ${canary}\r\n`),
      rawPost(secretEvent, '', `/hooks/${token}?${canary}`),
      rawPost(secretEvent, '', `/hooks/${canary}`),
      rawPost(secretEvent, 'Origin: null\r\n', `/hooks/${token}?${canary}`),
      rawPost(`{"event_name":"${canary} and more"}`),
      rawPost(`{"event_name":"${'A'.repeat(65)}"}`),
      rawPost('{"event_name":"A\\u202eB"}'),
      rawPost(`{"event_name":${canary}`),
      rawPost(secretEvent, `${canary}\r\n`),
      rawPost(secretEvent).replace('POST', canary.toUpperCase()),
      `GET /hooks/${token}?${canary} HTTP/9.9\r\n\r\n`,
      `CONNECT ${canary}:443 HTTP/1.1\r\nHost: ${canary}\r\n\r\n`
    ]
    for (const text of requests) await send(text)
    appendEvent = () => Promise.reject(new Error('disk full'))
    await send(rawPost(secretEvent))
    expect(at.requests.list()).toHaveLength(requests.length + 1)
    const told = JSON.stringify([at.requests.list(), at.log.lines])
    expect(told).not.toMatch(/canary|5fb1|a-token|hooks/i)
    expect(told).not.toContain('\u202e')
    expect(new Set(at.requests.list().map(({ eventName }) => eventName))).toEqual(
      new Set(['SMS_RECEIVED', null])
    )
  })

  it('is not flooded by strangers: it says how many it left out', async () => {
    const flood = Array.from({ length: 300 }, (_, index) =>
      index % 2 === 0 ? 'hello\r\n\r\n' : rawPost(body, '', '/hooks/wrong')
    )
    await at.send()
    for (const text of flood) await send(text)
    expect(at.requests.list()).toHaveLength(101)
    // Who knows the address is always written down.
    await at.send()
    expect(newest()).toMatchObject({ outcome: 'stored' })
    await clock.advance(1_000)
    await send('hello\r\n\r\n')
    await send('hello\r\n\r\n')
    expect(newest()?.why).toBe('This is not an HTTP request. 200 more before it are not listed.')
    expect(at.requests.list()).toHaveLength(103)
    // A clock that is set back leaves no hole for a flood and does not close the log for long.
    clock.sleep(-3_600_000)
    await send('hello\r\n\r\n')
    await clock.advance(1_000)
    await send('hello\r\n\r\n')
    expect(newest()?.why).toBe('This is not an HTTP request. 2 more before it are not listed.')
  })
})
