import { describe, expect, it } from 'vitest'
import type { SecretStore } from '../../src/main/core/ports.ts'

const values: readonly (readonly [what: string, value: string])[] = [
  ['a key', 'v360_dev_4711'],
  ['letters of many scripts', 'grüße · ключ · 鍵 · 🔑 · ​'],
  ['lines, quotes and NUL-like text', 'a\nb"c\'d\\0 {"e":1}'],
  ['4 KiB', 'x1-'.repeat(1366).slice(0, 4096)]
]

/** What every place for secrets has to do, whatever it is made of. */
export function secretStoreContract(name: string, open: () => SecretStore | Promise<SecretStore>): void {
  describe(`${name} as a secret store`, () => {
    it.each(values)('gives %s back as it was written', async (_what, value) => {
      const store = await open()
      await store.write('contract', value)
      expect(await store.read('contract')).toBe(value)
      await store.remove('contract')
      expect(await store.read('contract')).toBeNull()
    })

    it('keeps the last of several values', async () => {
      const store = await open()
      await store.write('contract', 'first')
      await store.write('contract', 'second')
      expect(await store.read('contract')).toBe('second')
      await store.remove('contract')
      expect(await store.read('contract')).toBeNull()
    })

    it('takes no empty value, and keeps the one before', async () => {
      const store = await open()
      await store.write('contract', 'kept')
      await expect(store.write('contract', '')).rejects.toThrow('empty secret')
      expect(await store.read('contract')).toBe('kept')
      await store.remove('contract')
    })

    it('knows nothing of a name that was never written, and removes it without complaint', async () => {
      const store = await open()
      expect(await store.read('never-written')).toBeNull()
      await expect(store.remove('never-written')).resolves.toBeUndefined()
    })

    it('keeps names apart, also one that begins like another', async () => {
      const store = await open()
      await store.write('api-key:61:user', 'one')
      await store.write('api-key:6', 'two')
      await store.remove('api-key:6')
      expect(await store.read('api-key:61:user')).toBe('one')
      expect(await store.read('api-key:6')).toBeNull()
      await store.remove('api-key:61:user')
    })

    it('serves many at once', async () => {
      const store = await open()
      const names = Array.from({ length: 8 }, (_, at) => `parallel-${at}`)
      await Promise.all(names.map((key) => store.write(key, `value of ${key}`)))
      expect(await Promise.all(names.map((key) => store.read(key)))).toEqual(
        names.map((key) => `value of ${key}`)
      )
      await Promise.all(names.map((key) => store.remove(key)))
      expect(new Set(await Promise.all(names.map((key) => store.read(key))))).toEqual(new Set([null]))
    })
  })
}
