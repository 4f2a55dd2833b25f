import type { Place } from '../../../shared/domain/popup-card.ts'
import type { WaitingReason } from '../../../shared/domain/start.ts'

export interface Clock {
  nowMs(): number
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  schedule(delayMs: number, task: () => void): () => void
}

/** Values that must never be written to a file in the clear. An empty one is none: writing it rejects. */
export interface SecretStore {
  /** The store's own name, for people: "GNOME keyring", "memory, for this run only". */
  readonly name: string
  readonly isPersistent: boolean
  read(name: string): Promise<string | null>
  write(name: string, value: string): Promise<void>
  remove(name: string): Promise<void>
}

/** Why the keychain of the system does not serve. */
export type KeychainTrouble = Exclude<WaitingReason, 'passphrase' | 'vault-damaged'>

/** What opening a vault comes to. */
export type VaultOutcome =
  | { readonly kind: 'opened'; readonly store: SecretStore }
  | { readonly kind: 'wrong-passphrase' }
  /** It cannot be read, whatever the passphrase: it was put aside, unchanged, under that name. */
  | { readonly kind: 'damaged'; readonly setAsideAs: string }

/** A file that is sealed by a passphrase, for machines without a keychain. */
export interface Vault {
  exists(): boolean
  /** Makes one where there is none. */
  open(passphrase: string): Promise<VaultOutcome>
  /** Seals it by another passphrase; false where the first is not the one it was sealed by. */
  changePassphrase(passphrase: string, next: string): Promise<boolean>
  /** Writes all it holds into `store`, reads it back, and deletes the vault; rejects, and keeps the vault, where that fails. */
  moveTo(store: SecretStore): Promise<void>
}

/** Where this machine can keep secrets; each place opens anew whenever it is asked. */
export interface SecretPlaces {
  /** `memory` leaves the keychain alone. */
  readonly preference: 'auto' | 'memory'
  /** What people call the keychain of this system. */
  readonly keychainName: string
  /** Never rejects and answers within 5 s: a keychain that does not work says why. */
  openKeychain(): Promise<
    | { readonly ok: true; readonly store: SecretStore }
    | {
        readonly ok: false
        readonly reason: KeychainTrouble
        /** Where it only made us wait: resolves once it has answered after all. */
        readonly settled: Promise<void> | null
      }
  >
  readonly vault: Vault
  openMemory(): SecretStore
}

/** A small document of plain values, kept across runs. */
export interface DocumentStore {
  read(): Readonly<Record<string, unknown>>
  write(document: Readonly<Record<string, unknown>>): void
}

/** The policy of this computer as it lies there, if it does. */
export interface PolicyFile {
  /** Where it is, or would be. */
  readonly path: string
  /** Null where there is none, or none that may be used. */
  readonly text: string | null
  /** Why one that is there may not be used: whoever can write it is no administrator, or it cannot be read at all. */
  readonly trouble: 'unreadable' | 'otherOwner' | 'writableByOthers' | null
}

export interface Log {
  info(message: string, details?: Readonly<Record<string, unknown>>): void
  warn(message: string, details?: Readonly<Record<string, unknown>>): void
  error(message: string, details?: Readonly<Record<string, unknown>>): void
}

/** Where a number is from, as its digits tell; null where they tell nothing. */
export interface Places {
  find(address: string): Promise<Place | null>
}
