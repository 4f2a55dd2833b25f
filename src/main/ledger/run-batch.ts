import type { Database } from './open-database.ts'
import type { LedgerOperations, OperationName, OperationRequest, OperationResult } from './protocol.ts'
import { isStorageFailure } from './storage-errors.ts'

/**
 * Carries out a batch in one transaction, so that one wait for the disk serves all of it. What fails by itself is undone by
 * itself; when storing fails, nothing of the batch is stored.
 */
export function runBatch(
  database: Database,
  operations: LedgerOperations,
  batch: readonly OperationRequest[]
): readonly OperationResult[] {
  try {
    database.exec('BEGIN IMMEDIATE')
    const results = batch.map((request) => runOne(database, operations, request))
    database.exec('COMMIT')
    return results
  } catch (error) {
    rollBack(database)
    const reason = error instanceof Error ? error.message : String(error)
    return batch.map(() => ({ outcome: 'unavailable', reason }))
  }
}

function runOne<Name extends OperationName>(
  database: Database,
  operations: LedgerOperations,
  { name, args }: OperationRequest<Name>
): OperationResult {
  database.exec('SAVEPOINT item')
  try {
    const value = operations[name](...args)
    database.exec('RELEASE item')
    return { outcome: 'done', value }
  } catch (error) {
    if (isStorageFailure(error)) throw error
    database.exec('ROLLBACK TO item; RELEASE item')
    return {
      outcome: 'broken',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
  }
}

function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // SQLite has rolled back by itself, as it does when the disk is full, or never began.
  }
}
