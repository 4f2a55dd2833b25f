import type { Place } from '../../../shared/domain/popup-card.ts'
import type { WaitingReason } from '../../../shared/domain/start.ts'

export interface Clock {
  nowMs(): number
  /** Runs `task` once after `delayMs`; the returned function cancels it. */
  schedule(delayMs: number, task: () => void): () => void
}

/** Values that must never be written to a file in the clear. */
export interface SecretStore {
  /** The store's own name, for people: "GNOME keyring", "memory, for this run only". */
  readonly name: string
  readonly isPersistent: boolean
  read(name: string): Promise<string | null>
  write(name: string, value: string): Promise<void>
  remove(name: string): Promise<void>
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
    | { readonly ok: false; readonly reason: Exclude<WaitingReason, 'passphrase'> }
  >
  /** A file that is sealed by a passphrase, for machines without a keychain. */
  readonly vault: {
    exists(): boolean
    /** Makes one where there is none; null where the passphrase is not the one it was sealed by. */
    open(passphrase: string): Promise<SecretStore | null>
  }
  openMemory(): SecretStore
}

/** A small document of plain values, kept across runs. */
export interface DocumentStore {
  read(): Readonly<Record<string, unknown>>
  write(document: Readonly<Record<string, unknown>>): void
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
