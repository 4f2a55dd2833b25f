import { type LedgerOptions, type OpenedLedger, openLedger } from '../../src/main/ledger/open-ledger.ts'
import { ledgerWorkerFile } from '../ledger-worker-file.ts'
import { createRecordingLog } from './recording-log.ts'

/** The real ledger, in memory unless it is given a file. */
export const openTestLedger = (options: Partial<LedgerOptions> = {}): Promise<OpenedLedger> =>
  openLedger({
    file: null,
    encryptionKey: 'ab'.repeat(32),
    reader: { region: 'US', aliases: {} },
    workerFile: ledgerWorkerFile,
    log: createRecordingLog(),
    ...options
  })
