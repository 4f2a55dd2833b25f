import { Worker } from 'node:worker_threads'
import { type Ledger, LedgerUnavailable, type Log } from '../core/ports.ts'
import type { Answer, Arguments, FromWorker, OperationName, WorkerSettings } from './protocol.ts'
import { createWorkerQueue } from './worker-queue.ts'

export interface LedgerOptions extends WorkerSettings {
  /** The worker's script: `worker.ts` itself, or what it was bundled to. */
  readonly workerFile: string | URL
  readonly log: Log
  /** How much goes into one transaction at most. */
  readonly maxBatchSize?: number
}

export interface OpenedLedger extends Ledger {
  /** Set where what was there could not be read: it is kept under this name, and a new ledger was begun. */
  readonly recovered: { readonly setAsideAs: string } | null
}

/** Starts the worker that owns the database; rejects with a LedgerUnavailable where it cannot be opened now. */
export async function openLedger(options: LedgerOptions): Promise<OpenedLedger> {
  const { workerFile, log, maxBatchSize = 500, file, encryptionKey, region } = options
  const settings: WorkerSettings = { file, encryptionKey, region }
  const worker = new Worker(workerFile, { workerData: settings })
  worker.on('error', (error) => log.error("The ledger's worker broke", { reason: String(error) }))
  const setAsideAs = await opened(worker)
  const queue = createWorkerQueue(worker, maxBatchSize)

  const operation =
    <Name extends OperationName>(name: Name) =>
    (...args: Arguments[Name]): Promise<Answer<Name>> =>
      queue.ask(name, args)

  return {
    recovered: setAsideAs === null ? null : { setAsideAs },
    appendEvent: operation('appendEvent'),
    addIntent: operation('addIntent'),
    settleIntent: operation('settleIntent'),
    settleOrphans: operation('settleOrphans'),
    markThreadRead: operation('markThreadRead'),
    listCalls: operation('listCalls'),
    listThreads: operation('listThreads'),
    listMessages: operation('listMessages'),
    getMessage: operation('getMessage'),
    listContacts: operation('listContacts'),
    countEvents: operation('countEvents'),
    setRegion: operation('setRegion'),
    close: () => queue.close()
  }
}

/** The name under which an unreadable ledger was set aside, or null, as soon as the worker has its database. */
function opened(worker: Worker): Promise<string | null> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: FromWorker) => {
      if (message.kind === 'opened') resolve(message.setAsideAs)
      if (message.kind === 'not-opened') reject(new LedgerUnavailable(message.reason))
    })
    worker.once('exit', () => reject(new LedgerUnavailable('The ledger ended before it was open.')))
  })
}
