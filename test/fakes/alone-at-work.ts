import { createSharedWork, type SharedWork } from '../../src/main/core/team/index.ts'
import { InMemoryLedger } from './in-memory-ledger.ts'
import { createManualClock } from './manual-clock.ts'
import { neverJoined } from './never-joined.ts'
import { createRecordingLog } from './recording-log.ts'

/** What an app shares that belongs to no team: nothing. */
export const aloneAtWork = (): SharedWork =>
  createSharedWork({
    membership: neverJoined,
    ledger: new InMemoryLedger(),
    follow: () => {
      throw new Error('There is nothing to follow')
    },
    nameOf: () => null,
    clock: createManualClock(),
    log: createRecordingLog()
  })
