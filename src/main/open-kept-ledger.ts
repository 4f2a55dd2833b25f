import type { LedgerFiles, Log, SecretStore } from './core/ports.ts'
import { createLedgerFiles } from './ledger/ledger-files.ts'
import { type LedgerOptions, type OpenedLedger, openLedger } from './ledger/open-ledger.ts'
import { runFileWork } from './ledger/run-file-work.ts'
import { dropNextLedgerKey, makeNextLedgerKey, readLedgerKeys, useNextLedgerKey } from './ledger-key.ts'

interface Place extends Pick<LedgerOptions, 'reader' | 'workerFile'> {
  readonly secrets: SecretStore
  /** Where it lies if the secrets can be kept. */
  readonly file: string
  readonly log: Log
}

export interface KeptLedger {
  readonly ledger: OpenedLedger
  /** Null where it lives in memory: without a keychain there is no place for its key. */
  readonly files: LedgerFiles | null
  /** Whether there was no key in the keychain: what was there before is then locked for good, unless the key comes back. */
  readonly isKeyNew: boolean
}

/** Opens the ledger with the key from the keychain, and brings a change of that key to its end which was cut short. */
export async function openKeptLedger({ secrets, file, reader, workerFile, log }: Place): Promise<KeptLedger> {
  const { current, next, isNew } = await readLedgerKeys(secrets)
  const ledger = await openLedger({
    file: secrets.isPersistent ? file : null,
    encryptionKey: current,
    nextKey: next,
    reader,
    workerFile,
    log
  })
  if (!secrets.isPersistent) return { ledger, files: null, isKeyNew: isNew }
  if (next !== null && ledger.recovered.get() === null) {
    await settleKey(ledger.hasNextKey ? next : null).catch((error: unknown) =>
      log.warn("The change of the ledger's key could not be finished yet", { error: String(error) })
    )
  }
  return {
    ledger,
    files: createLedgerFiles({
      file,
      encryptionKey: ledger.hasNextKey && next !== null ? next : current,
      workerFile,
      withNewKey
    }),
    isKeyNew: isNew
  }

  async function settleKey(used: string | null): Promise<void> {
    if (used === null) return dropNextLedgerKey(secrets)
    await runFileWork(workerFile, 'changeKeyOfSetAside', { file, from: current, to: used })
    await useNextLedgerKey(secrets, used)
  }

  async function withNewKey(change: (from: string, to: string) => Promise<void>): Promise<void> {
    const keys = await readLedgerKeys(secrets)
    if (keys.next !== null) await settleKey(ledger.hasNextKey ? keys.next : null)
    const { current: from } = await readLedgerKeys(secrets)
    const to = await makeNextLedgerKey(secrets)
    await change(from, to)
    await useNextLedgerKey(secrets, to)
  }
}
