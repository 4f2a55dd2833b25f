import type { Worker } from 'node:worker_threads'
import { LedgerUnavailable, noChanges } from '../core/ports.ts'
import type {
  Answer,
  Arguments,
  FromWorker,
  OperationName,
  OperationResult,
  StoredForLater
} from './protocol.ts'

interface Pending {
  readonly request: { readonly name: OperationName; readonly args: readonly unknown[] }
  resolve(value: unknown): void
  reject(error: Error): void
}

export interface WorkerQueue {
  /** Resolves with what the operation answers, after its batch is on disk. */
  ask<Name extends OperationName>(name: Name, args: Arguments[Name]): Promise<Answer<Name>>
  /** Ends the worker after everything asked before is done. */
  close(): Promise<void>
}

/** Group commit, seen from the main side: while one batch is with the worker, the next fills. */
export function createWorkerQueue(worker: Worker, maxBatchSize: number): WorkerQueue {
  let waiting: Pending[] = []
  let inFlight: readonly Pending[] = []
  let state: 'open' | 'closing' | 'gone' = 'open'
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
  const post = (message: unknown): void => worker.postMessage(message)

  function postNext(): void {
    if (inFlight.length > 0) return
    if (waiting.length === 0) return state === 'closing' ? post('close') : undefined
    inFlight = waiting.slice(0, maxBatchSize)
    waiting = waiting.slice(maxBatchSize)
    post({ batch: inFlight.map(({ request }) => request) })
  }

  worker.on('message', (message: FromWorker) => {
    if (message.kind !== 'results') return
    const answered = inFlight
    inFlight = []
    postNext()
    for (const [index, pending] of answered.entries()) settle(pending, message.results[index])
  })
  worker.once('exit', () => {
    state = 'gone'
    for (const pending of [...inFlight, ...waiting])
      pending.reject(new LedgerUnavailable('The ledger has ended.'))
    inFlight = []
    waiting = []
  })

  return {
    ask<Name extends OperationName>(name: Name, args: Arguments[Name]) {
      if (state !== 'open') return Promise.reject(new LedgerUnavailable('The ledger is closed.'))
      return new Promise<Answer<Name>>((resolve, reject) => {
        waiting.push({ request: { name, args }, resolve, reject })
        postNext()
      })
    },
    close() {
      if (state === 'open') {
        state = 'closing'
        postNext()
      }
      return gone
    }
  }
}

const answers: Readonly<Record<StoredForLater, Answer<'appendEvent'>>> = {
  stored: { isDuplicate: false, changes: noChanges },
  duplicate: { isDuplicate: true, changes: noChanges }
}

function settle(pending: Pending, result: OperationResult | undefined): void {
  if (typeof result === 'string') return pending.resolve(answers[result])
  if (result?.outcome === 'done') return pending.resolve(result.value)
  const reason = result?.reason ?? 'The ledger did not answer.'
  pending.reject(result?.outcome === 'broken' ? new Error(reason) : new LedgerUnavailable(reason))
}
