import { parentPort, workerData } from 'node:worker_threads'
import { doFileWork, type FileWork } from './file-work.ts'
import { ownDatabase } from './own-database.ts'
import type { WorkerSettings } from './protocol.ts'

// The entry of the worker thread that owns the database, which `openLedger` starts, and of those that work on a file as a whole.
if (parentPort === null) throw new Error('The ledger runs in a worker thread')
const port = parentPort
const work: WorkerSettings | { readonly fileWork: FileWork } = workerData

if ('fileWork' in work) doFileWork(work.fileWork, (message) => port.postMessage(message))
else ownDatabase(port, work)
