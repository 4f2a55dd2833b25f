import { describe, expect, test } from 'vitest'
import { runningHost } from './running-host.ts'

describe('the one-time address', () => {
  test('opens the app once', async () => {
    const host = await runningHost()
    const first = await host.get(`/?token=${host.token}`)
    expect(first).toMatchObject({ status: 302, headers: { location: '/' } })
    const second = await host.get(`/?token=${host.token}`)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect((await host.get('/')).status).toBe(403)
  })

  test('gives a cookie that no script reads and no other site sends', async () => {
    const host = await runningHost()
    const { headers } = await host.get(`/?token=${host.token}`)
    expect(headers['set-cookie']).toHaveLength(1)
    const [pair, ...flags] = headers['set-cookie']?.[0]?.split('; ') ?? []
    expect(pair).toMatch(/^voice360-[\da-f]{8}=[\w-]{43}$/)
    expect(pair).not.toContain(host.token)
    expect(flags.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict'])
  })

  test.each(['', 'wrong', 'undefined'])('with the token %j gives none, and stays good', async (token) => {
    const host = await runningHost()
    expect((await host.get(`/?token=${token}`)).headers['set-cookie']).toBeUndefined()
    expect(await host.logIn()).toMatch(/^voice360-/)
  })
})

describe('with the cookie', () => {
  test('pages and their files are served as what they are', async () => {
    const host = await runningHost()
    const cookie = await host.logIn()
    expect(await host.get('/', { cookie })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
      body: '<!doctype html><title>Voice360</title>'
    })
    expect(await host.get('/assets/main.js?v=1', { cookie })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
      body: 'export {}'
    })
  })

  test.each([
    '/nothing-here.js',
    '/assets/',
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '//etc/passwd',
    '/assets/main.js%00.html',
    '/__proto__',
    '/bridge'
  ])('%s does not exist', async (path) => {
    const host = await runningHost()
    expect((await host.get(path, { cookie: await host.logIn() })).status).toBe(404)
  })

  test('what is no path at all is refused', async () => {
    const host = await runningHost()
    expect((await host.get('/..\\package.json', { cookie: await host.logIn() })).status).toBe(400)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is answered with nothing', async (method) => {
    const host = await runningHost()
    expect((await host.get('/', { cookie: await host.logIn() }, method)).status).toBe(404)
  })
})

describe('without the cookie', () => {
  type WithoutCookie = [what: string, headers: (cookieName: string) => Record<string, string>]
  test.each([
    ['none', () => ({})],
    ['a made-up one', (name) => ({ cookie: `${name}=made-up` })],
    ['an empty one', (name) => ({ cookie: `${name}=` })],
    ['one of another name', () => ({ cookie: 'other=x' })]
  ] satisfies readonly WithoutCookie[])('nothing is served: %s', async (_what, headersFor) => {
    const host = await runningHost()
    await host.logIn()
    const headers = headersFor(host.cookieName)
    for (const path of ['/', '/index.html', '/assets/main.js', '/nothing-here.js']) {
      expect((await host.get(path, { ...headers })).status).toBe(403)
    }
  })

  test('the token is no cookie', async () => {
    const host = await runningHost()
    expect((await host.get('/', { cookie: `${host.cookieName}=${host.token}` })).status).toBe(403)
  })
})

describe('a request that names another host', () => {
  test.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:80', '[::1]'])('%s', async (name) => {
    const host = await runningHost()
    const cookie = await host.logIn()
    const { port } = new URL(host.origin)
    for (const spelled of [name, `${name}:${port}`.replace('127.0.0.1:80:', '127.0.0.2:')]) {
      if (spelled === `127.0.0.1:${port}`) continue
      const answer = await host.get('/', { cookie, host: spelled })
      expect(answer).toMatchObject({ status: 404, body: 'Not found\n' })
      expect((await host.get(`/?token=${host.token}`, { host: spelled })).status).toBe(404)
    }
  })
})

test('each answer forbids the page to load, run or talk to anything but this server', async () => {
  const host = await runningHost()
  const cookie = await host.logIn()
  for (const answer of [
    await host.get('/', { cookie }),
    await host.get('/assets/main.js', { cookie }),
    await host.get('/nothing-here.js', { cookie }),
    await host.get('/')
  ]) {
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin'
    })
    const policy = String(answer.headers['content-security-policy']).split('; ')
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "form-action 'none'",
      "base-uri 'none'",
      "require-trusted-types-for 'script'"
    ])
      expect(policy).toContain(rule)
    expect(policy.join()).not.toMatch(/unsafe|\*|http/)
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  }
})
