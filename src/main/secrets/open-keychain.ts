import { randomBytes } from 'node:crypto'
import type { DocumentStore, Log, SecretStore } from '../core/ports.ts'
import { openKeytarSecretStore } from './keytar-secret-store.ts'
import { openNapiKeyringSecretStore } from './napi-keyring-secret-store.ts'

// For each of two backends: after 5 s at most the user knows where the keys are kept.
const defaultProbeLimitMs = 2_500
const probeName = 'probe'

/** A way to reach the system's keychain; `open` rejects where it is not installed. */
export interface KeychainBackend {
  readonly id: string
  readonly open: () => Promise<SecretStore>
}

const installedBackends: readonly KeychainBackend[] = [
  { id: 'keytar', open: openKeytarSecretStore },
  { id: 'napi-keyring', open: openNapiKeyringSecretStore }
]

export interface KeychainChoice {
  /** Which backend wrote last: on Linux the two do not see each other's entries. */
  readonly rememberedBackend: DocumentStore
  readonly log: Log
  readonly backends?: readonly KeychainBackend[]
  readonly probeLimitMs?: number
}

/** The first keychain that proves to work within its limit, the one that wrote last before others; null where none does. */
export async function openKeychain({
  rememberedBackend,
  log,
  backends = installedBackends,
  probeLimitMs = defaultProbeLimitMs
}: KeychainChoice): Promise<SecretStore | null> {
  const { backend: rememberedId } = rememberedBackend.read()
  const rememberedFirst = backends.toSorted(
    (a, b) => Number(b.id === rememberedId) - Number(a.id === rememberedId)
  )
  for (const { id, open } of rememberedFirst) {
    try {
      const store = await open()
      await within(probeLimitMs, probe(store))
      if (id !== rememberedId) rememberedBackend.write({ backend: id })
      log.info('The keychain works', { backend: id, name: store.name })
      return store
    } catch (error) {
      log.warn('A keychain does not work here', { backend: id, reason: firstLine(error) })
    }
  }
  return null
}

async function probe(store: SecretStore): Promise<void> {
  const value = randomBytes(16).toString('hex')
  await store.write(probeName, value)
  const kept = await store.read(probeName)
  await store.remove(probeName)
  if (kept !== value) throw new Error('It did not give back what was written')
}

/** A locked keychain waits for its user; the app does not. */
async function within<T>(limitMs: number, task: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not answer within ${limitMs} ms`)), limitMs)
  })
  try {
    return await Promise.race([task, limit])
  } finally {
    clearTimeout(timer)
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1).join('')
