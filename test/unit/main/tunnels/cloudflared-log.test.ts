import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCloudflaredLine } from '../../../../src/main/tunnels/cloudflared-log.ts'

const time = '2026-07-09T08:18:30Z'
const token = 'eyJhIjoiMDEyMzQ1Njc4OWFiY2RlZiJ9'
const read = (line: string) => readCloudflaredLine(line, token)

describe('What it prints when all is well', () => {
  test.each([
    [
      `${time} INF |  https://world-pound-folder-structured.trycloudflare.com                                   |`,
      { kind: 'address', url: 'https://world-pound-folder-structured.trycloudflare.com' }
    ],
    [
      `${time} INF Starting metrics server on 127.0.0.1:38471/metrics`,
      { kind: 'metrics', origin: 'http://127.0.0.1:38471' }
    ],
    [
      `${time} INF Registered tunnel connection connIndex=3 connection=9c37c412-77dd-4104-82d5-d8ad709efb7e event=0 ip=198.41.200.113 location=man03 protocol=quic`,
      { kind: 'connected', index: 3 }
    ],
    [
      `${time} INF Connection c206cf44-945f-4c3c-a85c-af60c6338dc2 registered connIndex=0 location=ORD`,
      { kind: 'connected', index: 0 }
    ]
  ])('%s', (line, sign) => {
    expect(read(line)).toEqual(sign)
  })

  test.each([
    `${time} INF Requesting new quick Tunnel on trycloudflare.com...`,
    `${time} INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |`,
    `${time} INF +--------------------------------------------------------------------------------------------+`,
    `${time} INF Version 2026.7.0 (Checksum 103ff020ffcc4ad6b542948b95ecff417150c70a17bff3a39ac2670b4159c9bb)`,
    `${time} INF Settings: map[no-autoupdate:true token:*****]`,
    `${time} INF Initial protocol quic`,
    `${time} INF Unregistered tunnel connection connIndex=2 event=0 ip=198.41.192.167`,
    `${time} INF Starting metrics server on [::]:36500/metrics`,
    `${time} ERR Cannot determine default origin certificate path. No file cert.pem in [~/.cloudflared]`,
    `${time} ERR Configuration file /dev/null was empty`,
    ''
  ])('says nothing of the way: %s', (line) => {
    expect(read(line)).toBeNull()
  })
})

describe('What it prints when a connection is lost', () => {
  test.each([
    [`${time} WRN Connection terminated error="timeout: no recent network activity" connIndex=1`, 1],
    [`${time} INF Retrying connection in up to 1s seconds connIndex=3 ip=198.41.192.227`, 3],
    [
      `${time} ERR Serve tunnel error error="timeout: no recent network activity" connIndex=0 event=0 ip=198.41.200.23`,
      0
    ]
  ])('%s', (line, index) => {
    expect(read(line)).toEqual({ kind: 'disconnected', index })
  })
})

describe('What it prints when it cannot go on', () => {
  test.each([
    ['Provided Tunnel token is not valid.', 'Provided Tunnel token is not valid'],
    [
      `${time} ERR Register tunnel error from server side error="Unauthorized: Invalid tunnel secret" connIndex=0`,
      'Unauthorized: Invalid tunnel secret'
    ]
  ])('is a refusal: %s', (line, detail) => {
    expect(read(line)).toEqual({ kind: 'refused', detail })
  })

  test.each([
    [
      'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com on 127.0.0.11:53: no such host',
      'no-connection',
      /^failed to request quick Tunnel: .*no such host$/
    ],
    [
      `${time} ERR Unable to establish connection with Cloudflare edge error="dial tcp 198.41.192.7:7844: connect: network is unreachable" connIndex=0`,
      'no-network',
      /^dial tcp 198\.41\.192\.7:7844: connect: network is unreachable$/
    ],
    [
      `${time} ERR Error unmarshaling QuickTunnel response: error code: 1015 error="invalid character 'e' looking for beginning of value" status_code="429 Too Many Requests"`,
      'no-connection',
      /^invalid character/
    ]
  ])('is a failure: %s', (line, code, detail) => {
    expect(read(line)).toEqual({ kind: 'failed', trouble: { code, detail: expect.stringMatching(detail) } })
  })

  test('a request that found nobody here says nothing of the way, and its address is not kept', () => {
    const request = `${time} ERR Request failed error="connect: connection refused" connIndex=0 dest=https://v.example/hooks/s3cret type=http`
    expect(read(request)).toBeNull()
  })

  test('the token is not told on', () => {
    const sign = read(`${time} ERR Could not use ${token} error="bad token ${token.slice(4, 20)}"`)
    expect(JSON.stringify(sign)).not.toContain(token.slice(4, 12))
  })
})

test('what somebody sends does not pass for what cloudflared says', () => {
  expect(read(`${time} ERR x error="${time} INF Registered tunnel connection connIndex=0"`)).toMatchObject({
    kind: 'failed'
  })
  expect(read(`${time} WRN https://evil.trycloudflare.com`)).toMatchObject({ kind: 'failed' })
})

test('no line is too strange to be read', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', `${time} ERR `, `${time} INF `),
      (text, start) => {
        expect(() => read(`${start}${text}`)).not.toThrow()
      }
    )
  )
})
