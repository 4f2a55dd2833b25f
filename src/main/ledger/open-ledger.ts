import { Worker } from 'node:worker_threads'
import type { RebuildProgress } from '../../shared/domain/event-reading.ts'
import { createLiveValue, createSignal, type LiveValue, type Signal } from '../core/live-value.ts'
import {
  type Ledger,
  type LedgerChanges,
  LedgerUnavailable,
  type Log,
  type Recovered
} from '../core/ports.ts'
import type { Answer, Arguments, FromWorker, OperationName, WorkerSettings } from './protocol.ts'
import type { FoundLedger } from './settle-file.ts'
import { createWorkerQueue } from './worker-queue.ts'

export interface LedgerOptions extends Omit<WorkerSettings, 'maxBatchSize'> {
  /** How many operations go into one transaction at most. */
  readonly maxBatchSize?: number
  /** The worker's script: `worker.ts` itself, or what it was bundled to. */
  readonly workerFile: string | URL
  readonly log: Log
}

export interface OpenedLedger extends Ledger, FoundLedger {
  /** Set where what was there could not be read, when it was opened or later. */
  readonly recovered: LiveValue<Recovered | null>
  /** What came of events that were only stored when `appendEvent` resolved. */
  readonly projected: Signal<LedgerChanges>
  /** How far the calls are with being made anew; null when they are not. */
  readonly rebuild: LiveValue<RebuildProgress | null>
}

/** Starts the worker that owns the database; rejects with a LedgerUnavailable where it cannot be opened now. */
export async function openLedger(options: LedgerOptions): Promise<OpenedLedger> {
  const { workerFile, log, maxBatchSize = 500, file, encryptionKey, nextKey, reader } = options
  const settings: WorkerSettings = { file, encryptionKey, nextKey: nextKey ?? null, reader, maxBatchSize }
  const worker = new Worker(workerFile, { workerData: settings })
  worker.on('error', (error) => log.error("The ledger's worker broke", { reason: String(error) }))
  const rebuild = createLiveValue<RebuildProgress | null>(null)
  const projected = createSignal<LedgerChanges>()
  const recovered = createLiveValue<Recovered | null>(null)
  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'rebuilding') rebuild.set(message.progress)
    if (message.kind === 'opened' || message.kind === 'recovered') recovered.set(message.recovered)
    if (message.kind === 'not-projected')
      log.error('A stored event could not be read', { reason: message.reason })
    if (message.kind === 'projected') projected.emit(message.changes)
  })
  const { hasNextKey, isEncrypted } = await opened(worker)
  const queue = createWorkerQueue(worker)

  const operation =
    <Name extends OperationName>(name: Name) =>
    (...args: Arguments[Name]): Promise<Answer<Name>> =>
      queue.ask(name, args)

  return {
    recovered,
    hasNextKey,
    isEncrypted,
    projected,
    rebuild,
    appendEvent: (event, position) => queue.ask('appendEvent', [event, position]),
    readStreamPosition: operation('readStreamPosition'),
    saveStreamPosition: operation('saveStreamPosition'),
    forgetStream: operation('forgetStream'),
    addIntent: operation('addIntent'),
    settleIntent: operation('settleIntent'),
    listLastDials: operation('listLastDials'),
    settleOrphans: operation('settleOrphans'),
    countEvents: operation('countEvents'),
    listEvents: operation('listEvents'),
    getEvent: operation('getEvent'),
    setReader: operation('setReader'),
    recordListening: operation('recordListening'),
    recordCaughtUp: operation('recordCaughtUp'),
    endListening: operation('endListening'),
    listGaps: operation('listGaps'),
    listWebhookSightings: operation('listWebhookSightings'),
    forgetBefore: operation('forgetBefore'),
    listCalls: operation('listCalls'),
    getCall: operation('getCall'),
    listDoors: operation('listDoors'),
    listRunningCalls: operation('listRunningCalls'),
    observeCall: operation('observeCall'),
    countUnreadCalls: operation('countUnreadCalls'),
    markCallsRead: operation('markCallsRead'),
    setCallNote: operation('setCallNote'),
    setCallOutcome: operation('setCallOutcome'),
    forgetCall: operation('forgetCall'),
    forgetPerson: operation('forgetPerson'),
    markThread: operation('markThread'),
    listThreads: operation('listThreads'),
    countUnreadMessages: operation('countUnreadMessages'),
    listMessages: operation('listMessages'),
    getMessage: operation('getMessage'),
    listDrafts: operation('listDrafts'),
    saveDraft: operation('saveDraft'),
    listScheduled: operation('listScheduled'),
    saveScheduled: operation('saveScheduled'),
    removeScheduled: operation('removeScheduled'),
    getStop: operation('getStop'),
    saveStop: operation('saveStop'),
    countNewMessages: operation('countNewMessages'),
    importMessages: operation('importMessages'),
    saveNote: operation('saveNote'),
    getTimeline: operation('getTimeline'),
    listContactNames: operation('listContactNames'),
    listContacts: operation('listContacts'),
    getContact: operation('getContact'),
    showSharedContacts: operation('showSharedContacts'),
    saveContacts: operation('saveContacts'),
    deleteContact: operation('deleteContact'),
    readLostCallers: operation('readLostCallers'),
    markLostCaller: operation('markLostCaller'),
    openShared: operation('openShared'),
    takeShared: operation('takeShared'),
    listShared: operation('listShared'),
    getShared: operation('getShared'),
    search: operation('search'),
    close: () => queue.close()
  }
}

/** What the worker found, as soon as it has its database. */
function opened(worker: Worker): Promise<FoundLedger> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message: FromWorker) => {
      if (message.kind === 'opened') resolve(message)
      if (message.kind === 'not-opened') reject(new LedgerUnavailable(message.reason))
    })
    worker.once('exit', () => reject(new LedgerUnavailable('The ledger ended before it was open.')))
  })
}
