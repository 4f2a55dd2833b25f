import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { openRaw, type RawConnection, sendRaw, statusOf } from '../../fakes/raw-http.ts'
import { body, type ListenerUnderTest, openListener, rawPost, token } from './listener-under-test.ts'

let at: ListenerUnderTest
afterEach(() => at.listener.close())

/** So many connections, a few at a time, that say `text` and then no more. */
async function openDawdlers(count: number, text: string): Promise<readonly RawConnection[]> {
  const dawdlers: RawConnection[] = []
  while (dawdlers.length < count) {
    const next = Array.from({ length: Math.min(100, count - dawdlers.length) }, () =>
      openRaw(at.listener.port)
    )
    await Promise.all(next.map(({ socket }) => once(socket, 'connect')))
    for (const { socket } of next) socket.write(text)
    dawdlers.push(...next)
  }
  return dawdlers
}

const halfHead = 'POST /hooks/'
const halfBody = rawPost(body).slice(0, -1)

describe('those who dawdle', () => {
  it('starve nobody, be they two thousand', async () => {
    at = await openListener()
    const dawdlers = [
      ...(await openDawdlers(500, '')),
      ...(await openDawdlers(500, halfHead)),
      ...(await openDawdlers(500, halfBody)),
      ...(await openDawdlers(500, rawPost(body, 'Expect: 100-continue\r\n').slice(0, -body.length)))
    ]
    const statuses = await Promise.all(Array.from({ length: 50 }, async () => (await at.send()).status))
    expect(statuses).toEqual(Array.from({ length: 50 }, () => 200))
    expect(at.appended).toHaveLength(50)
    for (const { socket } of dawdlers) socket.destroy()
  })

  it.each([
    ['nothing', ''],
    ['half a head', halfHead],
    ['half a body', halfBody],
    [
      'half a body in chunks',
      halfBody.replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked').slice(0, -body.length + 1)
    ]
  ])('are sent away after a while, with %s', async (_what, text) => {
    at = await openListener({ limits: { headersMs: 50, requestMs: 100, checkMs: 20 } })
    expect(statusOf(await sendRaw(at.listener.port, text))).toBe(408)
    expect(at.appended).toEqual([])
  })

  it('are sent away though they go on, a byte at a time', async () => {
    at = await openListener({ limits: { headersMs: 50, requestMs: 100, checkMs: 20 } })
    const { socket, answer } = openRaw(at.listener.port)
    socket.write(halfHead)
    // Every answer that is no end makes them write more.
    const goOn = (): void => {
      if (socket.writable) socket.write('x', () => setImmediate(goOn))
    }
    goOn()
    expect([408, 431]).toContain(statusOf(await answer))
  })
})

describe('a connection', () => {
  it('is kept for the next event longer than tunnels keep theirs', async () => {
    at = await openListener()
    const { socket } = openRaw(at.listener.port)
    socket.write(`GET /hooks/${token}?event_name=A_B HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    const [answer] = await once(socket, 'data')
    const [, seconds] = /^Keep-Alive: timeout=(\d+)\r$/m.exec(String(answer)) ?? []
    expect(Number(seconds)).toBeGreaterThan(90)
    socket.destroy()
  })

  it('on which no event follows is closed in the end', async () => {
    at = await openListener({ limits: { idleMs: 20 } })
    const answer = await sendRaw(at.listener.port, rawPost(body).replace('Connection: close\r\n', ''))
    expect(statusOf(answer)).toBe(200)
  })
})
