import { beforeEach, describe, expect, test } from 'vitest'
import { createWayCheck, type WayTest } from '../../../../../src/main/core/reach/way-check.ts'
import { createTestEvents } from '../../../../../src/main/core/webhooks/index.ts'
import { createManualClock, type ManualClock } from '../../../../fakes/manual-clock.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const url = 'https://calls.example:8443/in/hooks/t0ken'
const host = 'calls.example:8443'

let clock: ManualClock
let sent: { readonly url: string; readonly init: RequestInit }[]
/** What happens to what is sent. */
let network: (init: RequestInit) => Promise<Response>
const testEvents = createTestEvents()

beforeEach(() => {
  clock = createManualClock()
  sent = []
})

function check(signal = new AbortController().signal): Promise<WayTest> {
  const checkWay = createWayCheck({
    testEvents,
    clock,
    t: textByKey,
    fetch: (to, init = {}) => {
      sent.push({ url: to instanceof Request ? to.url : to.toString(), init })
      return network(init)
    }
  })
  return checkWay(url, signal)
}

const arrive = ({ body }: RequestInit): string | null => {
  const { event_name: name, metadata } = JSON.parse(typeof body === 'string' ? body : '')
  return testEvents.receive({ name, metadata })
}
const answer = (status: number) => new Response(null, { status })
const reason = (key: string, values: object = {}) =>
  `reach.check.${key} ${JSON.stringify({ host, ...values })}`
const fault = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

test('it has passed when the test came in here and was answered with 200', async () => {
  network = async (init) => {
    clock.sleep(84)
    expect(arrive(init)).toBe('arrived')
    return answer(200)
  }
  expect(await check()).toEqual({
    atMs: clock.nowMs(),
    isPassed: true,
    tookMs: 84,
    reason: null,
    isOffline: false
  })
  expect(sent).toMatchObject([
    { url, init: { method: 'POST', redirect: 'manual', headers: { connection: 'close' } } }
  ])
})

test('one that was given up does not count when it comes in late', async () => {
  network = async () => answer(500)
  await check()
  expect(arrive(sent[0]?.init ?? {})).toBe('forged')
})

describe('an answer that is not ours', () => {
  test.each([
    [301, reason('redirected')],
    [307, reason('redirected')],
    [400, reason('strange', { status: 400 })],
    [401, reason('guarded', { status: 401 })],
    [403, reason('guarded', { status: 403 })],
    [404, reason('unknownHere')],
    [429, reason('strange', { status: 429 })],
    [500, reason('nothingBehind', { status: 500 })],
    [530, reason('nothingBehind', { status: 530 })]
  ])('%i', async (status, expected) => {
    network = async () => answer(status)
    expect(await check()).toMatchObject({ isPassed: false, reason: expected })
  })
})

test('what was taken with 200 and does not come in here went to another computer', async () => {
  network = async () => answer(200)
  const checking = check()
  await clock.advance(4_000)
  expect(await checking).toMatchObject({ isPassed: false, tookMs: 4_000, reason: reason('elsewhere') })
})

test('what takes it in first and hands it on later leads here too', async () => {
  network = async (init) => {
    clock.schedule(1_500, () => void arrive(init))
    return answer(200)
  }
  const checking = check()
  await clock.advance(1_500)
  expect(await checking).toMatchObject({ isPassed: true })
})

test('what comes in here but is not answered with 200 would be sent again and again', async () => {
  network = async (init) => {
    arrive(init)
    return answer(502)
  }
  expect(await check()).toMatchObject({ isPassed: false, reason: reason('answerLost', { status: 502 }) })
})

describe('no answer at all', () => {
  test.each([
    ['ENOTFOUND', 'nameNotFound'],
    ['EAI_AGAIN', 'noNames'],
    ['ECONNREFUSED', 'refused'],
    ['ECONNRESET', 'brokenOff'],
    ['UND_ERR_SOCKET', 'brokenOff'],
    ['ENETUNREACH', 'noNetwork'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timedOut'],
    ['CERT_HAS_EXPIRED', 'notSecure'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'notSecure'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'notSecure'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'notSecure'],
    ['EPROTO', 'notSecure'],
    ['toString', 'other'],
    ['EWHATEVER', 'other']
  ])('%s', async (code, key) => {
    network = () => Promise.reject(fault(code))
    expect(await check()).toMatchObject({ isPassed: false, reason: reason(key) })
  })

  test.each([
    ['ENOTFOUND', true],
    ['EAI_AGAIN', true],
    ['ENETUNREACH', true],
    ['ENETDOWN', true],
    ['EADDRNOTAVAIL', true],
    ['ECONNREFUSED', false],
    ['EHOSTUNREACH', false],
    ['ETIMEDOUT', false]
  ])('%s: whether it did not get out of this computer', async (code, isOffline) => {
    network = () => Promise.reject(fault(code))
    expect(await check()).toMatchObject({ isPassed: false, isOffline })
  })

  test('of a name with several addresses, that of the first', async () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    network = () => Promise.reject(new TypeError('fetch failed', { cause: new AggregateError([refused]) }))
    expect(await check()).toMatchObject({ reason: reason('refused') })
  })

  test('what is no error says no more than that', async () => {
    network = () => Promise.reject('odd')
    expect(await check()).toMatchObject({ reason: reason('other') })
  })

  const silence = ({ signal }: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason))
    })

  test('is waited for four seconds', async () => {
    network = silence
    const checking = check()
    await clock.advance(4_000)
    expect(await checking).toMatchObject({ tookMs: 4_000, reason: reason('timedOut') })
  })

  test('and not even that where it is broken off', async () => {
    network = silence
    const controller = new AbortController()
    const checking = check(controller.signal)
    controller.abort()
    expect(await checking).toMatchObject({ isPassed: false, tookMs: 0 })
  })
})
