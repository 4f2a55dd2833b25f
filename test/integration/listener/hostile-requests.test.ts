import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRaw, sendRaw, statusOf } from '../../fakes/raw-http.ts'
import { webhookBody } from '../../fakes/webhook-samples.ts'
import { body, type ListenerUnderTest, openListener, rawPost, token } from './listener-under-test.ts'

const maxBodyBytes = 64 * 1024

let at: ListenerUnderTest
beforeEach(async () => {
  at = await openListener()
})
afterEach(() => at.listener.close())

const send = (text: string): Promise<string> => sendRaw(at.listener.port, text)

const head = `POST /hooks/${token} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n`
const chunk = `${body.length.toString(16)}\r\n${body}\r\n`
/** The event in chunks, which is taken as it is. */
const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n${chunk}0\r\n\r\n`

describe('a request that two readers could read in two ways', () => {
  it.each([
    ['two Host headers', rawPost(body, 'Host: other\r\n')],
    ['the same Host twice', rawPost(body, 'Host: localhost\r\n')],
    ['no Host header', rawPost(body).replace('Host: localhost\r\n', '')],
    ['two lengths', rawPost(body, 'Content-Length: 5\r\n')],
    ['the same length twice', rawPost(body, `Content-Length: ${body.length}\r\n`)],
    ['a list of lengths', rawPost(body).replace(/(Length: )(\d+)/, '$1$2, $2')],
    ['a length with a sign', rawPost(body).replace('Length: ', 'Length: +')],
    ['a negative length', rawPost(body).replace('Length: ', 'Length: -')],
    ['a hexadecimal length', rawPost(body).replace('Length: ', 'Length: 0x')],
    ['a length beyond all bounds', rawPost(body).replace('Length: ', 'Length: 99999999999999999999')],
    ['a length and chunks', rawPost(body, 'Transfer-Encoding: chunked\r\n')],
    ['chunks and a length', chunked.replace('\r\n\r\n', `\r\nContent-Length: ${body.length}\r\n\r\n`)],
    ['chunks that are not the last', chunked.replace('chunked', 'chunked, identity')],
    ['chunks twice', chunked.replace('chunked', 'chunked, chunked').replace(chunk, chunk + chunk)],
    ['an encoding with a control', chunked.replace('chunked', '\x0bchunked')],
    ['a folded header', rawPost(body, 'X-A: b\r\n c\r\n')],
    ['a folded encoding', chunked.replace('Encoding: ', 'Encoding:\r\n ')],
    ['a space before the colon', rawPost(body, 'X-A : b\r\n')],
    ['a space before the colon of the length', rawPost(body).replace('Length:', 'Length :')],
    ['a header without a name', rawPost(body, ': b\r\n')],
    ['a header without a colon', rawPost(body, 'X-A\r\n')],
    ['NUL in a header', rawPost(body, 'X-A: a\0b\r\n')],
    ['NUL in the path', rawPost(body, '', `/hooks/${token}\0`)],
    ['a space in the path', rawPost(body, '', `/hooks/${token} x`)],
    ['a carriage return in a header', rawPost(body, 'X-A: a\rX-B: b\r\n')],
    ['bare line feeds', rawPost(body).replaceAll('\r\n', '\n')],
    ['a bare line feed in the head', rawPost(body, 'X-A: a\nX-B: b\r\n')],
    ['a chunk size that is none', chunked.replace(chunk, `x${chunk}`)],
    ['a negative chunk size', chunked.replace(chunk, `-${chunk}`)],
    ['a chunk size with 0x', chunked.replace(chunk, `0x${chunk}`)],
    ['a chunk size that overflows', chunked.replace(chunk, `ffffffffffffffffff${chunk}`)],
    ['a chunk longer than its size', chunked.replace(chunk, `1${chunk.slice(chunk.indexOf('\r'))}`)],
    ['bare line feeds after a chunk size', chunked.replace(chunk, chunk.replace('\r\n', '\n'))],
    ['another version', rawPost(body).replace('HTTP/1.1', 'HTTP/1.2')],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['HTTP/0.9', `GET /hooks/${token}?event_name=A_B\r\n\r\n`],
    ['a method that is none', rawPost(body).replace('POST', 'POSTT')],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['no HTTP at all', 'hello\r\n\r\n']
  ])('gets 400: %s', async (_what, text) => {
    expect(statusOf(await send(text))).toBe(400)
    expect(at.appended).toEqual([])
  })

  it('is not one that is well in order', async () => {
    expect(statusOf(await send(chunked))).toBe(200)
    expect(at.appended).toMatchObject([{ raw: body }])
  })

  it('gets 431 where its head has no end', async () => {
    expect(statusOf(await send(`${head}X-A: ${'x'.repeat(20_000)}`))).toBe(431)
    const many = Array.from({ length: 2_000 }, (_, index) => `X-${index}: y\r\n`).join('')
    expect(statusOf(await send(`${head}${many}\r\n`))).toBe(431)
    expect(at.appended).toEqual([])
  })

  it('gets 413 where what is said beside its chunks has no end', async () => {
    const extended = chunk.replace('\r\n', `;a=${'x'.repeat(20_000)}\r\n`)
    expect(statusOf(await send(chunked.replace(chunk, extended)))).toBe(413)
    expect(at.appended).toEqual([])
  })
})

describe('a body', () => {
  it('may be of 64 KiB and not of one byte more', async () => {
    const empty = webhookBody('X_Y', { a: '' })
    const fitting = webhookBody('X_Y', { a: 'x'.repeat(maxBodyBytes - empty.length) })
    const inChunks = (text: string) => chunked.replace(chunk, `${text.length.toString(16)}\r\n${text}\r\n`)
    expect(statusOf(await send(rawPost(fitting)))).toBe(200)
    expect(statusOf(await send(inChunks(fitting)))).toBe(200)
    expect(at.appended).toHaveLength(2)
    expect(statusOf(await send(rawPost(`${fitting} `)))).toBe(413)
    expect(statusOf(await send(inChunks(`${fitting} `)))).toBe(413)
    expect(at.appended).toHaveLength(2)
  })

  it('that says it is too large is refused before it is sent', async () => {
    const large = rawPost('', 'Expect: 100-continue\r\n').replace(
      'Content-Length: 0',
      `Content-Length: ${maxBodyBytes + 1}`
    )
    expect(await send(large)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('without an end is read no further than that', async () => {
    const { socket, answer } = openRaw(at.listener.port)
    const more = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const goOn = (): void => {
      while (socket.writable && socket.write(more))
        if (socket.bytesWritten > 64e6) return void socket.destroy()
    }
    socket.on('drain', goOn)
    socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`)
    goOn()
    expect(statusOf(await answer)).toBe(413)
    expect(socket.bytesWritten).toBeLessThan(64e6)
  })

  it('that is compressed is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(32 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(maxBodyBytes)
    for (const encoding of ['gzip', 'br', 'deflate', 'x-gzip', 'identity, gzip'])
      expect(await at.send({ headers: { 'content-encoding': encoding }, body: bomb })).toMatchObject({
        status: 415
      })
    for (const encoding of ['gzip, chunked', 'xchunked'])
      expect(statusOf(await send(chunked.replace('chunked', encoding)))).toBe(415)
    // Not said to be compressed, it is not even looked at as such.
    expect(await at.send({ body: bomb })).toMatchObject({ status: 400 })
    expect(at.appended).toEqual([])
    expect(await at.send({ headers: { 'content-encoding': 'identity' } })).toMatchObject({ status: 200 })
  })
})

describe('thousands of requests at random', () => {
  const pieces = [
    'POST ',
    'GET ',
    'HEAD ',
    `/hooks/${token}`,
    '/hooks/',
    '?event_name=A_B',
    ' HTTP/1.1',
    ' HTTP/1.0',
    '\r\n',
    '\n',
    '\r',
    '\r\n\r\n',
    ': ',
    ':',
    ' ',
    '\t',
    '\0',
    '0',
    '5',
    'ffffffff',
    '%00',
    '\u00ff',
    'Host: localhost',
    'Content-Length: ',
    'Transfer-Encoding: chunked',
    'Expect: 100-continue',
    'Connection: keep-alive',
    'Upgrade: h2c',
    'X-Forwarded-For: ',
    'Origin: null',
    '__proto__',
    body
  ]
  const valid = [rawPost(body), chunked, `GET /hooks/${token}?event_name=A_B HTTP/1.1\r\nHost: a\r\n\r\n`]
  const mutated = fc
    .tuple(
      fc.constantFrom(...valid),
      fc.array(fc.tuple(fc.nat(400), fc.nat(12), fc.constantFrom('', ...pieces)), { maxLength: 4 })
    )
    .map(([text, edits]) =>
      edits.reduce(
        (now, [from, length, piece]) => now.slice(0, from) + piece + now.slice(from + length),
        text
      )
    )
  const assembled = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''))
  const noise = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1'))

  it('are each answered by what is allowed or not at all, and harm nothing', async () => {
    const texts = fc.sample(fc.oneof(mutated, mutated, assembled, noise), {
      numRuns: 3_000,
      seed: 20_260_115
    })
    const statuses = new Set<number>()
    const before = Object.getOwnPropertyNames(Object.prototype)
    let okCount = 0
    const lanes = Array.from({ length: 32 }, async () => {
      for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
        const { socket, answer } = openRaw(at.listener.port)
        socket.end(text, 'latin1')
        for (const [, status] of (await answer).matchAll(/^HTTP\/1\.1 (\d+) /gm)) {
          statuses.add(Number(status))
          if (status === '200') okCount += 1
        }
      }
    })
    await Promise.all(lanes)
    expect([...statuses].filter((status) => ![100, 200, 400, 404, 413, 415, 431].includes(status))).toEqual(
      []
    )
    expect(statuses).toContain(200)
    expect(okCount).toBeLessThanOrEqual(at.appended.length)
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
    expect(at.log.lines).toEqual([])
    expect(await at.send()).toMatchObject({ status: 200 })
  })

  it('are not worn down by noise of 1 MB', async () => {
    const { socket, answer } = openRaw(at.listener.port)
    socket.end(randomBytes(1_000_000))
    await answer
    expect(await at.send()).toMatchObject({ status: 200 })
    expect(at.appended).toHaveLength(1)
  })
})
