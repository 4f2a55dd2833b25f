import type { BackupContents, BackupStep, SetAsideLedger } from '../../../shared/domain/backup.ts'

/** Why work on a whole ledger file did not succeed. */
export type LedgerFileTrouble =
  | 'wrong-key'
  | 'damaged'
  | 'not-a-backup'
  | 'newer'
  | 'no-space'
  | 'no-access'
  | 'exists'
  | 'cannot-encrypt'
  | 'cancelled'
  | 'other'

/** It did not succeed, and nothing that was there before was changed. */
export class LedgerFileFailure extends Error {
  override readonly name = 'LedgerFileFailure'
  readonly trouble: LedgerFileTrouble

  constructor(trouble: LedgerFileTrouble, reason: string) {
    super(reason)
    this.trouble = trouble
  }
}

/** What goes into a backup beside the ledger. */
export interface BackupLabel extends Pick<BackupContents, 'madeAtMs' | 'appVersion' | 'accountId'> {
  readonly settings: Readonly<Record<string, unknown>>
}

export interface BackupRequest {
  /** An absolute path. */
  readonly to: string
  /** Whether the user has agreed to lose what is there. */
  readonly mayOverwrite: boolean
  readonly passphrase: string
  readonly label: BackupLabel
}

/** The ledger's file as a whole, and those beside it. Each rejects with a LedgerFileFailure where it cannot be done. */
export interface LedgerFiles {
  /** Copies the ledger while it goes on. A backup that is not whole never has the name asked for. */
  backUp(
    request: BackupRequest,
    more: { readonly tell: (step: BackupStep) => void; readonly signal: AbortSignal }
  ): Promise<void>
  /** Reads all of a backup. */
  checkBackup(file: string, passphrase: string): Promise<BackupContents & Pick<BackupLabel, 'settings'>>
  /** Makes a ledger of a backup, beside the one in use. */
  unpackBackup(file: string, passphrase: string): Promise<void>
  /** Only while the ledger is closed: the unpacked one takes its place, and it is set aside. */
  useUnpacked(): void
  listSetAside(): Promise<readonly SetAsideLedger[]>
  /** Only while the ledger is closed: one that was set aside takes its place, and it is set aside itself. */
  takeBack(name: string): void
  /** Only while the ledger is closed: it gets a new key, and so do those set aside that open with the old one. */
  changeKey(): Promise<void>
}
