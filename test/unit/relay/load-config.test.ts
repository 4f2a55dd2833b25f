import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigError, loadConfig } from '../../../src/relay/config/load-config.ts'

const secret = (letter: string) => letter.repeat(43)
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relay-config-'))
  for (const letter of ['a', 'b']) writeFileSync(join(folder, letter), `${secret(letter)}\n`)
  writeFileSync(join(folder, 'seed'), 'SUAA\n')
  writeFileSync(join(folder, 'short'), 'guess-me')
  writeFileSync(join(folder, 'empty'), '\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

function load(...accounts: readonly Readonly<Record<string, unknown>>[]) {
  const file = join(folder, 'relay.json')
  const config = {
    listen: { host: '127.0.0.1', port: 0 },
    admin: { host: '127.0.0.1', port: 0 },
    accounts: accounts.map((account, index) => ({ id: index + 1, region: 'US', ...account })),
    nats: { servers: ['nats://127.0.0.1'], credentials: { kind: 'nkey', seedFile: 'seed' } },
    retention: { maxAgeHours: 1, maxBytes: 1_048_576, replicas: 1 }
  }
  writeFileSync(file, JSON.stringify(config))
  return loadConfig(file)
}

test('the secrets come from files beside the configuration, two tokens while one replaces the other', async () => {
  const { accounts, secrets, nats } = await load({ tokenFiles: ['a', 'b'] })
  expect(accounts[0]?.tokens.map(({ value }) => value)).toEqual([secret('a'), secret('b')])
  expect(nats.credentials).toEqual({ kind: 'nkey', seed: 'SUAA' })
  expect(secrets).toEqual([secret('a'), secret('b'), 'SUAA'])
})

test.each([
  [[{ tokenFiles: ['gone'] }], /^accounts\[0\]\.tokenFiles\[0\]: ENOENT/],
  [[{ tokenFiles: ['a', 'empty'] }], /^accounts\[0\]\.tokenFiles\[1\]: empty is empty/],
  [[{ tokenFiles: ['short'] }], /^accounts\[0\]\.tokenFiles\[0\]: wanted are 32 to 200/],
  [[{ tokenFiles: ['a'] }, { tokenFiles: ['a'] }], /^accounts: two of their files hold the same token/],
  [[{ tokenFiles: ['a'], developerKeyFile: 'gone' }], /^accounts\[0\]\.developerKeyFile: ENOENT/]
])('a file that does not serve is named by its field (%#)', async (accounts, trouble) => {
  await expect(load(...accounts)).rejects.toThrow(trouble)
  await expect(load(...accounts)).rejects.toThrow(ConfigError)
})
