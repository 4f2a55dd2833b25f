import type { EventReader } from '../core/ports.ts'
import { createBacklogPump } from './backlog-pump.ts'
import type { Database } from './open-database.ts'
import { createOperations } from './operations.ts'
import type { FromWorker, OperationRequest, OperationResult } from './protocol.ts'
import { createRebuildPump } from './rebuild-pump.ts'
import { createBatchRunner } from './run-batch.ts'

/** Everything that happens to one open database. `noteFailure` is told of each failure to read or store. */
export function runDatabase(
  database: Database,
  reader: EventReader,
  post: (message: FromWorker) => void,
  noteFailure: (error: unknown) => void
) {
  const ledger = createOperations(database, reader, (reason) => post({ kind: 'not-projected', reason }))
  const runBatch = createBatchRunner(database, ledger, noteFailure)
  const rebuilding = createRebuildPump(
    database,
    ledger.rebuild,
    (progress) => post({ kind: 'rebuilding', progress }),
    noteFailure
  )
  const catchingUp = createBacklogPump(
    database,
    ledger.backlog,
    (changes) => post({ kind: 'projected', changes }),
    noteFailure
  )

  return {
    reader: ledger.reader,
    /** Goes on with what an earlier run left to do. */
    start(): void {
      catchingUp.wake(0)
      rebuilding.wake()
    },
    run(batch: readonly OperationRequest[]): void {
      const startedAtMs = performance.now()
      const results = runBatch(batch)
      post({ kind: 'results', results })
      if (results.every(isUnavailable)) return
      catchingUp.wake(performance.now() - startedAtMs)
      rebuilding.wake()
    },
    end(): void {
      rebuilding.stop()
      catchingUp.stop()
      database.close()
    }
  }
}

const isUnavailable = (result: OperationResult): boolean =>
  typeof result !== 'string' && result.outcome === 'unavailable'
