import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from './open-database.ts'
import { createOperations } from './operations.ts'
import type { FromWorker, ToWorker, WorkerSettings } from './protocol.ts'
import { createRebuildPump } from './rebuild-pump.ts'
import { runBatch } from './run-batch.ts'

// The entry of the worker thread that owns the database; `openLedger` starts it.
if (parentPort === null) throw new Error('The ledger runs in a worker thread')
const port = parentPort
const post = (message: FromWorker): void => port.postMessage(message)
const { file, encryptionKey, reader }: WorkerSettings = workerData

try {
  const { database, setAsideAs } = openDatabase(file, encryptionKey)
  const { operations, rebuild } = createOperations(database, reader)
  const pump = createRebuildPump(database, rebuild, (progress) => post({ kind: 'rebuilding', progress }))
  port.on('message', (message: ToWorker) => {
    if (message !== 'close') {
      post({ kind: 'results', results: runBatch(database, operations, message.batch) })
      return pump.wake()
    }
    pump.stop()
    database.close()
    port.close()
  })
  post({ kind: 'opened', setAsideAs })
  pump.wake()
} catch (error) {
  post({ kind: 'not-opened', reason: error instanceof Error ? error.message : String(error) })
  port.close()
}
