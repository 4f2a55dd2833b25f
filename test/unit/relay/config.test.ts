import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../../src/relay/config/config.ts'

const config = {
  listen: { host: '0.0.0.0', port: 8360 },
  admin: { host: '127.0.0.1', port: 8361 },
  accounts: [{ id: 61, region: 'US', tokenFiles: ['token'], lines: ['(555) 987-6543'] }],
  nats: { servers: ['tls://nats.example:4222'], credentials: { kind: 'creds', file: 'relay.creds' } },
  retention: { maxAgeHours: 336, maxBytes: 10_737_418_240, replicas: 3 }
}
const account = config.accounts[0]
const password = { kind: 'password', user: 'relay', passwordFile: 'password' }

const troubleOf = (content: unknown): string => {
  const parsed = parseConfig(JSON.stringify(content))
  return parsed.ok ? 'none' : parsed.failure.message
}

describe('A configuration', () => {
  test('is read with what it leaves out', () => {
    expect(parseConfig(JSON.stringify(config))).toMatchObject({
      ok: true,
      value: {
        listen: { allowedSources: [], trustedProxies: [] },
        accounts: [{ id: 61, fieldAliases: {}, lines: ['+15559876543'] }],
        retention: { replicas: 3 }
      }
    })
  })

  test('may say from where webhooks are taken, and which proxies are believed', () => {
    const listen = { allowedSources: ['203.0.113.7', '2001:db8::/32'], trustedProxies: ['10.0.0.0/8', '::1'] }
    expect(parseConfig(JSON.stringify({ ...config, listen: { ...config.listen, ...listen } }))).toMatchObject(
      {
        value: { listen }
      }
    )
  })

  test.each([
    [
      { ...config, listen: { ...config.listen, allowedSources: ['::1', '203.0.113.0/33'] } },
      'listen.allowedSources[1]: "203.0.113.0/33" is neither an address nor a network'
    ],
    [
      { ...config, listen: { ...config.listen, trustedProxies: ['proxy.example'] } },
      'listen.trustedProxies[0]: "proxy.example" is neither an address nor a network'
    ],
    [{ ...config, accounts: [{ ...account, id: '61' }] }, 'accounts[0].id: Invalid input: expected number'],
    [
      { ...config, accounts: [{ ...account, region: 'usa' }] },
      'accounts[0].region: a country in two capital letters'
    ],
    [{ ...config, accounts: [{ ...account, tokenFiles: [] }] }, 'accounts[0].tokenFiles: at least one file'],
    [{ ...config, accounts: [{ ...account, tokenFiles: ['a', 'b', 'c'] }] }, 'tokenFiles: at most two files'],
    [
      { ...config, accounts: [{ ...account, lines: ['+15559876543', '1001'] }] },
      'accounts[0].lines[1]: a telephone'
    ],
    [{ ...config, accounts: [account, account] }, 'accounts: each account once'],
    [{ ...config, admin: { ...config.admin, port: 8360 } }, 'admin.port: another port than listen.port'],
    [
      { ...config, nats: { ...config.nats, servers: ['http://x'] } },
      'nats.servers[0]: nats://host:port or tls://'
    ],
    [
      { ...config, nats: { servers: ['nats://user:secret@x'], credentials: password } },
      'nats.servers[0]: nats://host'
    ],
    [
      { ...config, nats: { servers: ['nats://x:4222'], credentials: password } },
      'nats.servers: a password needs tls'
    ],
    [
      { ...config, nats: { ...config.nats, credentials: { kind: 'nkey' } } },
      'nats.credentials.seedFile: Invalid input'
    ],
    [{ ...config, retention: { ...config.retention, replicas: 2 } }, 'retention.replicas: 1, 3 or 5'],
    [{ ...config, token: 'x' }, '(the whole): Unrecognized key: "token"'],
    ['no object', '(the whole): Invalid input: expected object']
  ])('that is wrong names the field and what is wanted there (%#)', (content, trouble) => {
    expect(troubleOf(content)).toContain(trouble)
  })

  test('may bring a password in the clear to this very machine', () => {
    expect(
      troubleOf({ ...config, nats: { servers: ['nats://127.0.0.1:4222'], credentials: password } })
    ).toBe('none')
  })

  test('that is no JSON says so', () => {
    expect(parseConfig('{')).toMatchObject({ ok: false, failure: { code: 'not-json' } })
  })
})
