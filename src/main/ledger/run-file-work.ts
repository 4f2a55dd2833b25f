import { Worker } from 'node:worker_threads'
import type { BackupStep } from '../../shared/domain/backup.ts'
import { LedgerFileFailure } from '../core/ports.ts'
import type { FileWorkArgs, FileWorkName, FileWorkResult, FromFileWork } from './file-work.ts'

interface More {
  readonly tell?: (step: BackupStep) => void
  /** Ends it after the step that it is in: SQLite is not interrupted. */
  readonly signal?: AbortSignal
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: LedgerFileFailure): void
}

/**
 * Does work on a ledger's file in a worker that lives as long as the work, and is gone, with every file closed, before this resolves.
 * Rejects with a LedgerFileFailure.
 */
export function runFileWork<Name extends FileWorkName>(
  workerFile: string | URL,
  name: Name,
  args: FileWorkArgs<Name>,
  { tell, signal }: More = {}
): Promise<FileWorkResult<Name>> {
  const worker = new Worker(workerFile, { workerData: { fileWork: { name, args } } })
  const cancel = () => void worker.terminate()
  signal?.addEventListener('abort', cancel)
  if (signal?.aborted) cancel()
  let ending: FromFileWork = {
    kind: 'failed',
    trouble: 'other',
    reason: 'The work ended before it was done.'
  }
  worker.on('message', (message: FromFileWork) => {
    if (message.kind === 'step') tell?.(message.step)
    else ending = message
  })
  worker.on('error', (error) => {
    ending = { kind: 'failed', trouble: 'other', reason: String(error) }
  })
  return new Promise<FileWorkResult<Name>>((resolve, reject) => {
    worker.once('exit', () => {
      signal?.removeEventListener('abort', cancel)
      settle(ending, signal?.aborted ?? false, { resolve, reject })
    })
  })
}

function settle(ending: FromFileWork, isCancelled: boolean, waiting: Waiting): void {
  if (ending.kind === 'done') return waiting.resolve(ending.value)
  if (isCancelled) return waiting.reject(new LedgerFileFailure('cancelled', 'It was cancelled.'))
  if (ending.kind === 'failed') waiting.reject(new LedgerFileFailure(ending.trouble, ending.reason))
}
