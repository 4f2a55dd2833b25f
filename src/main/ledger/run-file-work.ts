import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BackupStep } from '../../shared/domain/backup.ts'
import { LedgerFileFailure } from '../core/ports.ts'
import type { FileWorkArgs, FileWorkName, FileWorkResult, FromFileWork } from './file-work.ts'

interface More {
  readonly tell?: (step: BackupStep) => void
  /** Ends it after the step that it is in: SQLite is not interrupted. */
  readonly signal?: AbortSignal
}

/** Does work on a ledger's file in a worker that lives as long as the work; rejects with a LedgerFileFailure. */
export async function runFileWork<Name extends FileWorkName>(
  workerFile: string | URL,
  name: Name,
  args: FileWorkArgs<Name>,
  { tell, signal }: More = {}
): Promise<FileWorkResult<Name>> {
  const worker = new Worker(workerFile, { workerData: { fileWork: { name, args } } })
  const gone = once(worker, 'exit')
  const cancel = () => void worker.terminate()
  signal?.addEventListener('abort', cancel)
  let ending: Exclude<FromFileWork, { kind: 'step' }> | null = null
  worker.on('message', (message: FromFileWork) => {
    if (message.kind === 'step') tell?.(message.step)
    else ending = message
  })
  try {
    await gone
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
  return valueOf<FileWorkResult<Name>>(ending, signal?.aborted ?? false)
}

function valueOf<T>(ending: Exclude<FromFileWork, { kind: 'step' }> | null, isCancelled: boolean): T {
  if (ending?.kind === 'done') return ending.value as T
  if (ending?.kind === 'failed') throw new LedgerFileFailure(ending.trouble, ending.reason)
  throw new LedgerFileFailure(isCancelled ? 'cancelled' : 'other', 'The work ended before it was done.')
}
