import { expect, test } from 'vitest'
import { readLedgerKey } from '../../../src/main/ledger-key.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'

test('is 256 random bits, made once and kept', async () => {
  const secrets = new InMemorySecretStore()
  const key = await readLedgerKey(secrets)
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  expect(await readLedgerKey(secrets)).toBe(key)
  expect(await readLedgerKey(new InMemorySecretStore())).not.toBe(key)
})
