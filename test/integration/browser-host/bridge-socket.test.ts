import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { runningHost } from './running-host.ts'

type Host = Awaited<ReturnType<typeof runningHost>>

async function open(host: Host): Promise<WebSocket> {
  const connected = await host.connect({ cookie: await host.logIn(), origin: host.origin })
  if (!('socket' in connected)) throw new Error(`The page was refused: ${connected.status}`)
  return connected.socket
}

async function nextFrame(socket: WebSocket): Promise<unknown> {
  const [data] = await once(socket, 'message')
  return JSON.parse(String(data))
}

async function closed(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close')
  return code
}

describe('our own page', () => {
  test('asks and is answered', async () => {
    const socket = await open(await runningHost())
    socket.send(JSON.stringify({ id: 7, channel: 'calls:list-calls', args: { limit: 1 } }))
    expect(await nextFrame(socket)).toEqual({
      id: 7,
      answer: { ok: true, value: { channel: 'calls:list-calls', args: { limit: 1 } } }
    })
  })

  test('is answered in whatever order the answers come', async () => {
    const slow = Promise.withResolvers<void>()
    const host = await runningHost(async (channel) => {
      if (channel === 'slow') await slow.promise
      return { ok: true, value: channel }
    })
    const socket = await open(host)
    socket.send(JSON.stringify({ id: 1, channel: 'slow', args: {} }))
    socket.send(JSON.stringify({ id: 2, channel: 'quick', args: {} }))
    expect(await nextFrame(socket)).toMatchObject({ id: 2 })
    slow.resolve()
    expect(await nextFrame(socket)).toMatchObject({ id: 1 })
  })

  test('hears of events, as long as it is open', async () => {
    const host = await runningHost()
    const socket = await open(host)
    expect(host.pages.count()).toBe(1)
    host.pages.publish('window:person-requested', { address: '1001', compose: null })
    expect(await nextFrame(socket)).toEqual({
      event: 'window:person-requested',
      payload: { address: '1001', compose: null }
    })
    socket.close()
    await expect.poll(() => host.pages.count()).toBe(0)
    host.pages.publish('window:person-requested', { address: '1001', compose: null })
  })

  test('may close before its answer comes', async () => {
    const slow = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const host = await runningHost(async () => {
      asked.resolve()
      await slow.promise
      return { ok: true, value: null }
    })
    const socket = await open(host)
    socket.send(JSON.stringify({ id: 1, channel: 'slow', args: {} }))
    await asked.promise
    socket.terminate()
    await expect.poll(() => host.pages.count()).toBe(0)
    slow.resolve()
    expect((await host.get('/')).status).toBe(403)
  })
})

describe('anyone else is refused', () => {
  interface Stranger {
    readonly what: string
    readonly headers: (host: Host, cookie: string) => Record<string, string>
    readonly path?: string
  }
  const strangers: readonly Stranger[] = [
    { what: 'without a cookie', headers: ({ origin }) => ({ origin }) },
    {
      what: 'with a wrong cookie',
      headers: ({ origin, cookieName }) => ({ origin, cookie: `${cookieName}=wrong` })
    },
    { what: 'from another site', headers: (_host, cookie) => ({ origin: 'https://evil.example', cookie }) },
    { what: 'from another port', headers: (_host, cookie) => ({ origin: 'http://127.0.0.1:1', cookie }) },
    { what: 'from a file', headers: (_host, cookie) => ({ origin: 'null', cookie }) },
    { what: 'from no page', headers: (_host, cookie) => ({ cookie }) },
    {
      what: 'naming another host',
      headers: ({ origin }, cookie) => ({ origin, cookie, host: 'evil.example' })
    },
    { what: 'at another path', headers: ({ origin }, cookie) => ({ origin, cookie }), path: '/socket' },
    { what: 'with a query', headers: ({ origin }, cookie) => ({ origin, cookie }), path: '/bridge?token=x' }
  ]

  test.each(strangers)('$what', async ({ headers, path }) => {
    const host = await runningHost()
    const cookie = await host.logIn()
    expect(await host.connect(headers(host, cookie), path)).toEqual({ status: 403 })
    expect(host.pages.count()).toBe(0)
  })

  test('and is not waited for', async () => {
    const host = await runningHost()
    const { port } = new URL(host.origin)
    const stranger = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true })
    stranger.write(
      `GET /bridge HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
    )
    stranger.resume()
    await once(stranger, 'end')
    // Its own half is still open.
    await expect.poll(() => host.connectionCount()).toBe(0)
    stranger.destroy()
  })

  test('and may slam the door without harm', async () => {
    const host = await runningHost()
    const { port } = new URL(host.origin)
    for (let count = 0; count < 50; count += 1) {
      const stranger = connect(Number(port), '127.0.0.1')
      await once(stranger, 'connect')
      stranger.write(
        `GET /bridge HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
      )
      stranger.resetAndDestroy()
    }
    expect((await host.get('/')).status).toBe(403)
  })
})

describe('what is no request closes the socket, and nothing else', () => {
  test.each([
    ['no JSON', 'hello'],
    ['broken JSON', '{"id": 1, "channel": "calls:list-'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['no id', '{"channel": "calls:list-calls", "args": {}}'],
    ['an id that is no number', '{"id": "1", "channel": "calls:list-calls", "args": {}}'],
    ['a channel that is no text', '{"id": 1, "channel": {}, "args": {}}'],
    ['bytes', Buffer.from([0xff, 0x00, 0xfe])]
  ])('%s', async (_what, frame) => {
    const host = await runningHost()
    const socket = await open(host)
    const code = closed(socket)
    socket.send(frame)
    expect(await code).toBe(1003)
    expect((await host.get('/')).status).toBe(403)
  })

  test('a frame over the limit', async () => {
    const host = await runningHost()
    const socket = await open(host)
    const code = closed(socket)
    socket.send(JSON.stringify({ id: 1, channel: 'x', args: 'x'.repeat(62 * 1024 * 1024) }))
    expect(await code).toBe(1009)
    await expect.poll(() => host.pages.count()).toBe(0)
    expect((await host.get('/')).status).toBe(403)
  })

  test('not the largest file that can be imported', async () => {
    const socket = await open(await runningHost())
    socket.send(JSON.stringify({ id: 1, channel: 'x', args: '語'.repeat(20_000_000) }))
    expect(await nextFrame(socket)).toMatchObject({ id: 1 })
  })

  test('a connection that speaks no WebSocket after all', async () => {
    const host = await runningHost()
    const cookie = await host.logIn()
    const { port, host: name } = new URL(host.origin)
    const raw = connect(Number(port), '127.0.0.1')
    raw.write(
      [
        'GET /bridge HTTP/1.1',
        `Host: ${name}`,
        `Origin: ${host.origin}`,
        `Cookie: ${cookie}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        '\r\n'
      ].join('\r\n')
    )
    await once(raw, 'data')
    raw.write(Buffer.from('this is no frame at all'))
    await once(raw, 'close')
    await expect.poll(() => host.pages.count()).toBe(0)
    expect((await host.get('/')).status).toBe(403)
  })
})
