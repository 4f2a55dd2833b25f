import type { DocumentStore, Log, SecretPlaces, SecretStore } from '../core/ports.ts'
import { forgetName, namesOf, readRecord, recordedSecretStore } from './keychain-record.ts'
import { beginKeychainTrial, type KeychainTrial } from './keychain-trial.ts'
import { firstLine } from './keychain-trouble.ts'
import { openKeytarSecretStore } from './keytar-secret-store.ts'
import { moveSecrets } from './move-secrets.ts'
import { openNapiKeyringSecretStore } from './napi-keyring-secret-store.ts'

// After 5 s at most the user is to be told, and a window has to be painted too.
const defaultLimitMs = 4_000

/** A way to reach the system's keychain; `open` rejects where it is not installed. */
export interface KeychainBackend {
  readonly id: string
  readonly open: () => Promise<SecretStore>
}

/** The one that is wanted first. */
const installedBackends: readonly KeychainBackend[] = [
  { id: 'keytar', open: openKeytarSecretStore },
  { id: 'napi-keyring', open: openNapiKeyringSecretStore }
]

export interface KeychainChoice {
  /** Which backend wrote last, and the names of what each holds. */
  readonly rememberedBackend: DocumentStore
  readonly log: Log
  readonly backends?: readonly KeychainBackend[]
  /** For all of them together. */
  readonly limitMs?: number
}

interface KeychainStore {
  readonly id: string
  readonly store: SecretStore
}

interface Tried {
  readonly store: SecretStore
  readonly trial: KeychainTrial
}

/**
 * Makes the function that opens the first keychain that proves to work. What another backend wrote is moved into it. A keychain that
 * is locked, denied or slow is not passed over for another backend, which would not see what it holds.
 */
export function createKeychainOpener({
  rememberedBackend: document,
  log,
  backends = installedBackends,
  limitMs = defaultLimitMs
}: KeychainChoice): SecretPlaces['openKeychain'] {
  /** Those that made us wait: asking a keychain beside its own question would only block one thread more. */
  const pending = new Map<string, Tried>()

  async function tried({ id, open }: KeychainBackend): Promise<Tried> {
    const waiting = pending.get(id)
    if (waiting && !waiting.trial.isOver()) return waiting
    const store = await open()
    const next = { store, trial: beginKeychainTrial(store) }
    pending.set(id, next)
    return next
  }

  const recorded = ({ id, store }: KeychainStore): SecretStore =>
    recordedSecretStore(store, id, document, async () => {
      const verdict = await beginKeychainTrial(store).judge(limitMs)
      if (!verdict.works) throw new Error(`The keychain is not open any more: ${verdict.message}`)
    })

  /** Takes over what another backend holds; answers the store that is whole now. */
  async function takeOver(other: KeychainBackend, to: KeychainStore): Promise<KeychainStore> {
    const { backend: lastId } = readRecord(document)
    const names = namesOf(document, other.id)
    const isNewer = lastId === other.id
    if (names.length === 0) return to
    const details = { from: other.id, to: to.id, count: names.length }
    const from = await other.open().catch(() => null)
    if (from === null) {
      log.warn('Secrets of another keychain cannot be reached; they stay there', details)
      return to
    }
    try {
      const commit = () => remember(to.id)
      const removed = (name: string) => forgetName(document, other.id, name)
      await moveSecrets({ from, to: recorded(to), names, isNewer, commit, removed })
      log.info('Secrets were moved between keychains', details)
    } catch (error) {
      log.error('Secrets could not be moved between keychains', { ...details, reason: firstLine(error) })
      // As long as it counts it holds them all.
      if (readRecord(document).backend === other.id) return { id: other.id, store: from }
    }
    return to
  }

  const remember = (id: string) => document.write({ ...readRecord(document), backend: id })

  async function settle(works: KeychainStore): Promise<SecretStore> {
    let chosen = works
    for (const other of backends) {
      if (other.id !== works.id) chosen = await takeOver(other, chosen)
    }
    if (readRecord(document).backend !== chosen.id) remember(chosen.id)
    log.info('The keychain works', { backend: chosen.id, name: chosen.store.name })
    return recorded(chosen)
  }

  return async () => {
    const deadlineMs = Date.now() + limitMs
    for (const backend of backends) {
      const { id } = backend
      try {
        const { store, trial } = await tried(backend)
        const verdict = await trial.judge(Math.max(0, deadlineMs - Date.now()))
        if (verdict.works) return { ok: true, store: await settle({ id, store }) }
        log.warn('A keychain does not work here', { backend: id, reason: verdict.message })
        if (verdict.reason !== 'no-keychain')
          return { ok: false, reason: verdict.reason, settled: verdict.settled }
      } catch (error) {
        log.warn('A keychain is not installed here', { backend: id, reason: firstLine(error) })
      }
    }
    return { ok: false, reason: 'no-keychain', settled: null }
  }
}
