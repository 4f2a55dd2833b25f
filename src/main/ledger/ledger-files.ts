import { existsSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { LedgerFileFailure, type LedgerFiles } from '../core/ports.ts'
import { partOf } from './backup.ts'
import { replaceLedger } from './replace-ledger.ts'
import { runFileWork } from './run-file-work.ts'
import { listSetAside } from './set-aside.ts'

interface Place {
  readonly file: string
  /** The key that the ledger opened with. */
  readonly encryptionKey: string
  readonly workerFile: string | URL
  /** Has `change` done with a key that is kept before and after it. */
  readonly withNewKey: (change: (from: string, to: string) => Promise<void>) => Promise<void>
}

/** The ledger's file and what lies beside it. */
export function createLedgerFiles({ file, encryptionKey, workerFile, withNewKey }: Place): LedgerFiles {
  const unpacked = `${file}.unpacked`

  return {
    async backUp({ to, ...request }, more) {
      try {
        await runFileWork(workerFile, 'backUp', { ...request, file, encryptionKey, to }, more)
      } catch (error) {
        rmSync(partOf(to), { force: true })
        throw error
      }
    },
    checkBackup: (backup, passphrase) => runFileWork(workerFile, 'checkBackup', { file: backup, passphrase }),
    async unpackBackup(backup, passphrase) {
      try {
        await runFileWork(workerFile, 'unpackBackup', {
          file: backup,
          passphrase,
          to: unpacked,
          encryptionKey
        })
      } catch (error) {
        rmSync(unpacked, { force: true })
        throw error
      }
    },
    useUnpacked: () => replaceLedger(file, unpacked),
    async listSetAside() {
      const found = listSetAside(file)
      const opening = found.map((aside) =>
        runFileWork(workerFile, 'opensWith', { file: aside.file, encryptionKey })
      )
      const canBeTakenBack = await Promise.all(opening)
      return found.map((aside, index) => ({
        name: basename(aside.file),
        reason: aside.reason,
        atMs: aside.atMs,
        sizeBytes: aside.sizeBytes,
        canBeTakenBack: canBeTakenBack[index] ?? false
      }))
    },
    takeBack(name) {
      const aside = listSetAside(file).find((it) => basename(it.file) === name)
      if (!aside || !existsSync(aside.file)) throw new LedgerFileFailure('no-access', 'It is gone.')
      replaceLedger(file, aside.file)
    },
    changeKey: () =>
      withNewKey(async (from, to) => {
        await runFileWork(workerFile, 'changeKey', { file, from, to })
        await runFileWork(workerFile, 'changeKeyOfSetAside', { file, from, to })
      })
  }
}
