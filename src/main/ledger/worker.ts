import { parentPort, workerData } from 'node:worker_threads'
import { createBacklogPump } from './backlog-pump.ts'
import { openDatabase } from './open-database.ts'
import { createOperations } from './operations.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './protocol.ts'
import { createRebuildPump } from './rebuild-pump.ts'
import { createBatchRunner } from './run-batch.ts'

// The entry of the worker thread that owns the database; `openLedger` starts it.
if (parentPort === null) throw new Error('The ledger runs in a worker thread')
const port = parentPort
const post = (message: FromWorker): void => port.postMessage(message)
const { file, encryptionKey, reader }: WorkerSettings = workerData

try {
  const { database, setAsideAs } = openDatabase(file, encryptionKey)
  const ledger = createOperations(database, reader)
  const runBatch = createBatchRunner(database, ledger)
  const rebuilding = createRebuildPump(database, ledger.rebuild, (progress) =>
    post({ kind: 'rebuilding', progress })
  )
  const catchingUp = createBacklogPump(database, ledger.backlog, (caughtUp) =>
    post({ kind: 'projected', ...caughtUp })
  )
  port.on('message', (message: ToWorker) => {
    if (message !== 'close') {
      const startedAtMs = performance.now()
      post({ kind: 'results', results: runBatch(message.batch) })
      catchingUp.wake(performance.now() - startedAtMs)
      return rebuilding.wake()
    }
    rebuilding.stop()
    catchingUp.stop()
    database.close()
    port.close()
  })
  post({ kind: 'opened', setAsideAs })
  catchingUp.wake(0)
  rebuilding.wake()
} catch (error) {
  post({ kind: 'not-opened', reason: error instanceof Error ? error.message : String(error) })
  port.close()
}
