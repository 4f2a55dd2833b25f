import { expect, test } from 'vitest'
import { makeNextLedgerKey, readLedgerKeys, useNextLedgerKey } from '../../../src/main/ledger-key.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'

test('is 256 random bits, made once and kept', async () => {
  const secrets = new InMemorySecretStore()
  const { current, isNew } = await readLedgerKeys(secrets)
  expect(current).toMatch(/^[0-9a-f]{64}$/)
  expect(isNew).toBe(true)
  expect(await readLedgerKeys(secrets)).toEqual({ current, next: null, isNew: false })
  expect((await readLedgerKeys(new InMemorySecretStore())).current).not.toBe(current)
})

test('both keys are kept until the change is done', async () => {
  const secrets = new InMemorySecretStore()
  const { current } = await readLedgerKeys(secrets)
  const next = await makeNextLedgerKey(secrets)
  expect(next).not.toBe(current)
  expect(await readLedgerKeys(secrets)).toEqual({ current, next, isNew: false })
  await useNextLedgerKey(secrets, next)
  expect(await readLedgerKeys(secrets)).toEqual({ current: next, next: null, isNew: false })
})
