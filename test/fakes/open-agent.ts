import { createDirectory } from '../../src/main/core/contacts/index.ts'
import { createLiveValue, createSignal } from '../../src/main/core/live-value.ts'
import { createSharedWork, createStreamFollower } from '../../src/main/core/team/index.ts'
import { defaultSettings, type Settings } from '../../src/shared/domain/settings.ts'
import type { InMemoryBucket } from './in-memory-bucket.ts'
import { InMemoryLedger } from './in-memory-ledger.ts'
import { createManualClock, settled } from './manual-clock.ts'
import { createRecordingLog } from './recording-log.ts'
import { textByKey } from './text-by-key.ts'

/** The colleagues of the team, by extension. */
export const teamNames: ReadonlyMap<string, string> = new Map([
  ['1002', 'Anna Weber'],
  ['1003', 'Ben Okafor']
])

/** What the app of an agent of a team has, to put its services on. */
export async function openAgent(bucket: InMemoryBucket, extension: string, clock = createManualClock()) {
  const ledger = new InMemoryLedger()
  const directory = createDirectory(textByKey)
  directory.setColleagues(teamNames)
  const membership = bucket.join(extension)
  const work = createSharedWork({
    membership,
    ledger,
    follow: (followed) => createStreamFollower(followed, createSignal()),
    nameOf: (it) => teamNames.get(it) ?? null,
    clock,
    log: createRecordingLog()
  })
  work.start()
  await settled()
  const settings = createLiveValue<Settings>({
    ...defaultSettings,
    isSharingRemarks: true,
    isSharingContacts: true
  })
  return { ledger, directory, membership, work, settings, clock, t: textByKey }
}
