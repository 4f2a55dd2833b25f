import type { LedgerFiles, Log, SecretStore } from './core/ports.ts'
import { createLedgerFiles } from './ledger/ledger-files.ts'
import { type LedgerOptions, type OpenedLedger, openLedger } from './ledger/open-ledger.ts'
import { runFileWork } from './ledger/run-file-work.ts'
import { createLedgerKeys } from './ledger-key.ts'

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
  const keys = createLedgerKeys(secrets, file)
  const { current, next, isNew } = await keys.read()
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
    if (used === null) return keys.dropNext()
    await runFileWork(workerFile, 'changeKeyOfSetAside', { file, from: current, to: used })
    await keys.useNext(used)
  }

  async function withNewKey(change: (from: string, to: string) => Promise<void>): Promise<void> {
    const unsettled = await keys.read()
    if (unsettled.next !== null) await settleKey(ledger.hasNextKey ? unsettled.next : null)
    const { current: from } = await keys.read()
    const to = await keys.makeNext()
    await change(from, to)
    await keys.useNext(to)
  }
}
