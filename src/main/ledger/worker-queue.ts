import type { Worker } from 'node:worker_threads'
import { LedgerUnavailable, noChanges } from '../core/ports.ts'
import { pack } from './packed.ts'
import type {
  Answer,
  Arguments,
  FromWorker,
  OperationName,
  OperationRequest,
  OperationResult,
  StoredForLater
} from './protocol.ts'

interface Pending {
  readonly request: OperationRequest
  resolve(value: unknown): void
  reject(error: Error): void
}

export interface WorkerQueue {
  /** Resolves with what the operation answers, after its batch is on disk. */
  ask<Name extends OperationName>(name: Name, args: Arguments[Name]): Promise<Answer<Name>>
  /** Ends the worker after everything asked before is done. */
  close(): Promise<void>
}

/** So many are posted as soon as they are asked for: the worker stores them while more come in. */
const fullPost = 12

/** What is asked for is posted at the end of the event loop's turn at the latest, whatever the worker does meanwhile. */
export function createWorkerQueue(worker: Worker): WorkerQueue {
  let asked: Pending[] = []
  const posted: Pending[] = []
  let isToPost = false
  let state: 'open' | 'closing' | 'gone' = 'open'
  const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
  const post = (message: unknown): void => worker.postMessage(message)

  function postAsked(): void {
    isToPost = false
    if (asked.length === 0) return
    post(asked.map(({ request }) => pack(request)))
    posted.push(...asked)
    asked = []
  }

  function postLater(): void {
    if (isToPost) return
    isToPost = true
    setImmediate(postAsked)
  }

  worker.on('message', (message: FromWorker) => {
    if (message.kind !== 'results') return
    const answered = posted.splice(0, message.results.length)
    for (const [index, pending] of answered.entries()) settle(pending, message.results[index])
  })
  worker.once('exit', () => {
    state = 'gone'
    for (const pending of [...posted.splice(0), ...asked.splice(0)])
      pending.reject(new LedgerUnavailable('The ledger has ended.'))
  })

  return {
    ask<Name extends OperationName>(name: Name, args: Arguments[Name]) {
      if (state !== 'open') return Promise.reject(new LedgerUnavailable('The ledger is closed.'))
      return new Promise<Answer<Name>>((resolve, reject) => {
        // @ts-expect-error -- TypeScript does not see that name and arguments belong together
        const request: OperationRequest = { name, args }
        asked.push({ request, resolve, reject })
        if (asked.length === fullPost) postAsked()
        else postLater()
      })
    },
    close() {
      if (state === 'open') {
        state = 'closing'
        postAsked()
        post('close')
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
