import type { Database } from './open-database.ts'
import type { OperatedLedger } from './operations.ts'
import type { OperationName, OperationRequest, OperationResult } from './protocol.ts'
import { faultOf, isStorageFailure } from './storage-errors.ts'

/** They are to find everything there is. */
const afterCatchingUp: ReadonlySet<OperationName> = new Set(['forgetCall', 'forgetPerson'])

/**
 * Carries out batches, each in one transaction, so that one wait for the disk serves all of it. What fails by itself is undone by
 * itself; when storing fails, nothing of the batch is stored, which `noteFailure` is told.
 */
export function createBatchRunner(
  database: Database,
  ledger: OperatedLedger,
  noteFailure: (error: unknown) => void
) {
  const { operations, intake, sightings, backlog } = ledger
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const save = database.prepare('SAVEPOINT item')
  const release = database.prepare('RELEASE item')

  function runOne<Name extends OperationName>({ name, args }: OperationRequest<Name>): OperationResult {
    if (afterCatchingUp.has(name)) backlog.catchUp(Infinity)
    save.run()
    try {
      const value = operations[name](...args)
      release.run()
      return { outcome: 'done', value }
    } catch (error) {
      if (isStorageFailure(error)) throw error
      database.exec('ROLLBACK TO item; RELEASE item')
      return broken(error)
    }
  }

  function runAll(batch: readonly OperationRequest[]): readonly OperationResult[] {
    const eventCount = batch.reduce((count, { name }) => (name === 'appendEvent' ? count + 1 : count), 0)
    const areToWait = intake.areToWait(eventCount)
    return batch.map((request) => {
      if (!areToWait || request.name !== 'appendEvent') return runOne(request)
      try {
        return intake.store(...request.args)
      } catch (error) {
        if (isStorageFailure(error)) throw error
        return broken(error)
      }
    })
  }

  return (batch: readonly OperationRequest[]): readonly OperationResult[] => {
    try {
      begin.run()
      const results = runAll(batch)
      sightings.write()
      commit.run()
      backlog.keep()
      return results
    } catch (error) {
      rollBack(database)
      sightings.discard()
      backlog.discard()
      noteFailure(error)
      const reason = error instanceof Error ? error.message : String(error)
      return batch.map(() => ({ outcome: 'unavailable', reason }))
    }
  }
}

const broken = (error: unknown): OperationResult => ({
  outcome: 'broken',
  reason: faultOf(error)
})

function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // SQLite has rolled back by itself, as it does when the disk is full, or never began.
  }
}
