import { once } from 'node:events'
import { Agent } from 'node:http'
import { connect, createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LedgerUnavailable, noChanges } from '../../../src/main/core/ports.ts'
import { type ListenerOptions, webhookToken } from '../../../src/main/core/webhooks/index.ts'
import { openRaw, sendRaw, statusOf } from '../../fakes/raw-http.ts'
import { openTestLedger } from '../../fakes/test-ledger.ts'
import { webhookBody } from '../../fakes/webhook-samples.ts'
import { body, type ListenerUnderTest, openListener, rawPost, token } from './listener-under-test.ts'

let appendEvent: ListenerOptions['ledger']['appendEvent']
let at: ListenerUnderTest

/** Another one in place of the usual. */
async function reopen(options: Partial<ListenerOptions>): Promise<void> {
  await at.listener.close()
  at = await openListener(options)
}

beforeEach(async () => {
  appendEvent = () => Promise.resolve({ isDuplicate: false, changes: noChanges })
  at = await openListener({ appendEvent: (event) => appendEvent(event) })
})
afterEach(() => at.listener.close())

describe('an event', () => {
  it('may come from a server that sends with Node’s own fetch, which says Sec-Fetch-Mode', async () => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(at.listener.url(token), { method: 'POST', headers, body })
    expect(answer.status).toBe(200)
    expect(at.appended).toHaveLength(1)
  })

  it('is answered with 200 only after it is stored', async () => {
    const commit = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    appendEvent = async () => {
      asked.resolve()
      await commit.promise
      return { isDuplicate: false, changes: noChanges }
    }
    const { socket, answer } = openRaw(at.listener.port)
    socket.write(rawPost(body))
    await asked.promise
    expect(socket.bytesRead).toBe(0)
    expect(at.stored).toEqual([])
    commit.resolve()
    expect(statusOf(await answer)).toBe(200)
    expect(at.stored).toMatchObject([{ name: 'SMS_RECEIVED' }])
  })

  it('comes by GET too', async () => {
    const path = `/hooks/${token}?event_name=CALL_ENDED&metadata[call_id]=c1`
    expect(await at.send({ method: 'GET', path, body: '' })).toMatchObject({ status: 200 })
    expect(at.appended).toMatchObject([{ method: 'GET', metadata: { call_id: 'c1' } }])
  })

  it('is told of once, though it is answered each time', async () => {
    appendEvent = () => Promise.resolve({ isDuplicate: true, changes: noChanges })
    expect(await at.send()).toMatchObject({ status: 200 })
    expect(at.stored).toEqual([])
  })

  it('of another account that is known here is asked for again, and stored nowhere', async () => {
    await reopen({ takesAccount: (accountId) => (accountId === '61' ? 'later' : 'now') })
    expect(await at.send()).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(at.appended).toEqual([])
    await reopen({ takesAccount: (accountId) => (accountId === '62' ? 'later' : 'now') })
    expect(await at.send()).toMatchObject({ status: 200 })
  })

  it('that came to the address of another account is refused, and stored nowhere', async () => {
    const answered: unknown[] = []
    await reopen({
      takesAccount: (accountId, tokenId) =>
        tokenId === webhookToken(token).id && accountId === '62' ? 'now' : 'never',
      onAnswered: ({ outcome }, tokenId) => answered.push([outcome, tokenId])
    })
    expect(await at.send()).toMatchObject({ status: 403 })
    expect(at.appended).toEqual([])
    expect(at.requests.list()).toMatchObject([{ outcome: 'other-account', eventName: 'SMS_RECEIVED' }])
    expect(answered).toEqual([['other-account', webhookToken(token).id]])
  })

  it('is refused with 503 and asked for again where it cannot be stored', async () => {
    appendEvent = () => Promise.reject(new LedgerUnavailable('disk full'))
    expect(await at.send()).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
    expect(at.stored).toEqual([])
  })

  it('is stored even where showing it fails', async () => {
    await reopen({
      onStored: () => {
        throw new Error('no window')
      }
    })
    expect(await at.send()).toMatchObject({ status: 200 })
    await expect.poll(() => at.log.lines).toMatchObject([{ level: 'error' }])
  })

  it('may come with either token while one replaces the other, and says which', async () => {
    const [now, before] = [webhookToken('new'), webhookToken('old')]
    await reopen({ tokens: () => [now, before] })
    for (const path of ['/hooks/new', '/hooks/old'])
      expect(await at.send({ path })).toMatchObject({ status: 200 })
    expect(await at.send({ path: '/hooks/older' })).toMatchObject({ status: 404 })
    expect(at.appended.map(({ tokenId }) => tokenId)).toEqual([now.id, before.id])
  })

  it('may wait for a "100 Continue"', async () => {
    const answer = await sendRaw(at.listener.port, rawPost(body, 'Expect: 100-continue\r\n'))
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/)
  })

  it('may follow others on one connection before they are answered, and is answered in turn', async () => {
    appendEvent = async ({ metadata }) => {
      // The first takes longest.
      for (let turn = metadata['call_id'] === 'c0' ? 20 : 0; turn > 0; turn -= 1)
        await new Promise((resolve) => setImmediate(resolve))
      return { isDuplicate: false, changes: noChanges }
    }
    const events = ['c0', 'c1', 'c2'].map((call_id) => webhookBody('CALL_ENDED', { call_id }))
    const kept = (content: string) => rawPost(content).replace('Connection: close\r\n', '')
    const answer = await sendRaw(at.listener.port, `${events.map(kept).join('')}${rawPost('nonsense')}`)
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(
      ['200', '200', '200', '400'].map((status) => `HTTP/1.1 ${status}`)
    )
    expect(at.appended.map(({ metadata }) => metadata['call_id'])).toEqual(['c0', 'c1', 'c2'])
  })

  it('may come in pieces of a byte', async () => {
    const { socket, answer } = openRaw(at.listener.port)
    socket.setNoDelay(true)
    for (const byte of Buffer.from(rawPost(body))) {
      socket.write(Buffer.of(byte))
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(statusOf(await answer)).toBe(200)
    expect(at.appended).toMatchObject([{ raw: body }])
  })

  it('is not there where its sender goes away before its end', async () => {
    const { socket, answer } = openRaw(at.listener.port)
    socket.write(rawPost(body).slice(0, -1))
    socket.end()
    expect(statusOf(await answer)).toBe(400)
    const gone = openRaw(at.listener.port)
    gone.socket.write(rawPost(body).slice(0, -1), () => gone.socket.resetAndDestroy())
    await gone.answer
    // What comes after it is taken as ever.
    expect(await at.send({ body: webhookBody('CALL_ENDED', {}) })).toMatchObject({ status: 200 })
    expect(at.appended.map(({ name }) => name)).toEqual(['CALL_ENDED'])
  })

  it.each(['', '{"event_name":', '[]', '{"a":1}'])(
    'gets 400 and the reason where it is none: %j',
    async (content) => {
      const answer = await sendRaw(at.listener.port, rawPost(content))
      expect(statusOf(answer)).toBe(400)
      expect(answer).toMatch(/\r\n\r\n[A-Z][\w ]+\.\n$/)
      expect(at.appended).toEqual([])
    }
  )
})

describe('the port', () => {
  it('is the next one where the preferred is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const place = { host: '127.0.0.1', port, portCount: 10 }
    await expect(reopen({ place: { ...place, portCount: 1 } })).rejects.toThrow(`The port ${port} is taken`)
    await reopen({ place })
    expect(at.listener.port).toBeGreaterThan(port)
    expect(at.listener.url(token)).toBe(`http://127.0.0.1:${at.listener.port}/hooks/${token}`)
    expect(await at.send()).toMatchObject({ status: 200 })
    taken.close()
  })

  it('is open on the loopback interface alone', async () => {
    const others = Object.values(networkInterfaces()).flatMap((addresses = []) =>
      addresses.map(({ address, scopeid }) => (scopeid ? '::1' : address))
    )
    const reached = ['127.0.0.2', '::1', ...others].map(async (host) => {
      const socket = connect({ host, port: at.listener.port, timeout: 1_000 })
      const outcome = await Promise.race(
        ['connect', 'timeout'].map((name) => once(socket, name).then(() => name))
      ).catch(() => 'refused')
      socket.destroy()
      return outcome === 'connect' ? host : null
    })
    expect(new Set(await Promise.all(reached))).toEqual(new Set([null, '127.0.0.1']))
  })
})

describe('closing', () => {
  it('with grace takes nothing new and answers what has been received', async () => {
    const stored = Promise.withResolvers<void>()
    appendEvent = async () => {
      await stored.promise
      return { isDuplicate: false, changes: noChanges }
    }
    // A connection that its sender would keep for more.
    const agent = new Agent({ keepAlive: true })
    const answer = at.send({ agent })
    await expect.poll(() => at.appended).toHaveLength(1)
    const closed = at.listener.close(10_000)
    await expect(at.send()).rejects.toThrow('ECONNREFUSED')
    stored.resolve()
    expect(await answer).toMatchObject({ status: 200 })
    await closed
    agent.destroy()
  })

  it('breaks off what takes longer than that', async () => {
    appendEvent = () => new Promise(() => {})
    const answer = at.send().catch(String)
    await expect.poll(() => at.appended).toHaveLength(1)
    await at.listener.close(1)
    expect(await answer).toContain('socket hang up')
  })
})

describe('many at once', () => {
  it('all get 200, and all are stored', async () => {
    const ledger = await openTestLedger()
    await reopen({ ledger })
    const agent = new Agent({ keepAlive: true, maxSockets: 64 })
    const statuses = await Promise.all(
      Array.from({ length: 10_000 }, async (_, index) => {
        const { status } = await at.send({ agent, body: webhookBody('CALL_ENDED', { call_id: `c${index}` }) })
        return status
      })
    )
    agent.destroy()
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect(await ledger.countEvents()).toMatchObject({ count: 10_000 })
    await ledger.close()
  })
})
