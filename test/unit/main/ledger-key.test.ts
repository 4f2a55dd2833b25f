import { expect, test } from 'vitest'
import { createLedgerKeys } from '../../../src/main/ledger-key.ts'
import { InMemorySecretStore } from '../../../src/main/secrets/in-memory-secret-store.ts'

test('is 256 random bits, made once and kept', async () => {
  const secrets = new InMemorySecretStore()
  const keys = createLedgerKeys(secrets, '/data/ledger.db')
  const { current, isNew } = await keys.read()
  expect(current).toMatch(/^[0-9a-f]{64}$/)
  expect(isNew).toBe(true)
  expect(await keys.read()).toEqual({ current, next: null, isNew: false })
  expect((await createLedgerKeys(new InMemorySecretStore(), '/data/ledger.db').read()).current).not.toBe(
    current
  )
})

test('both keys are kept until the change is done', async () => {
  const secrets = new InMemorySecretStore()
  const keys = createLedgerKeys(secrets, '/data/ledger.db')
  const { current } = await keys.read()
  const next = await keys.makeNext()
  expect(next).not.toBe(current)
  expect(await keys.read()).toEqual({ current, next, isNew: false })
  await keys.useNext(next)
  expect(await keys.read()).toEqual({ current: next, next: null, isNew: false })
})

test('each ledger has its own', async () => {
  const secrets = new InMemorySecretStore()
  const [first, second] = ['/data/ledger.db', '/data/ledger-62.db'].map((file) =>
    createLedgerKeys(secrets, file)
  )
  const before = await second?.read()
  const next = (await first?.makeNext()) ?? ''
  await first?.useNext(next)
  expect((await first?.read())?.current).toBe(next)
  expect(await second?.read()).toEqual({ ...before, isNew: false })
})
