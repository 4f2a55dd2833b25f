import { createContactsService, createDirectory } from '../../src/main/core/contacts/index.ts'
import { createLiveValue } from '../../src/main/core/live-value.ts'
import type { ImportField, ImportPreview, ImportProgress } from '../../src/shared/domain/contact.ts'
import { defaultSettings } from '../../src/shared/domain/settings.ts'
import { aloneAtWork } from './alone-at-work.ts'
import { InMemoryLedger } from './in-memory-ledger.ts'
import { createManualClock } from './manual-clock.ts'
import { createRecordingLog } from './recording-log.ts'
import { textByKey } from './text-by-key.ts'

interface FileOptions {
  readonly fileName?: string
  readonly columns?: readonly ImportField[] | null
}

/** The contacts service on an empty ledger in memory; numbers are read as in the United States. */
export function openContacts() {
  const ledger = new InMemoryLedger()
  const directory = createDirectory(textByKey)
  const progress: ImportProgress[] = []
  const end = Promise.withResolvers<ImportProgress>()
  const service = createContactsService({
    ledger,
    directory,
    work: aloneAtWork(),
    settings: createLiveValue(defaultSettings),
    clock: createManualClock(),
    region: () => 'US',
    newId: () => crypto.randomUUID(),
    t: textByKey,
    log: createRecordingLog(),
    publishContactsChanged() {},
    publishProgress(next) {
      progress.push(next)
      if (next.state !== 'running') end.resolve(next)
    }
  })

  /** What a file is said to come to; throws where it is refused. */
  async function preview(
    text: string,
    { fileName = 'file.csv', columns = null }: FileOptions = {}
  ): Promise<ImportPreview> {
    const outcome = await service.imports.preview({ fileName, text, columns })
    if (!outcome.ok) throw new Error(outcome.failure.message)
    return outcome.value
  }

  return { ledger, directory, service, preview, progress, ended: end.promise }
}

/** Name, company and addresses of each contact shown. */
export const sampleOf = ({ sample }: ImportPreview) =>
  sample.map(({ name, company, numbers }) => [name, company, ...numbers.map(({ address }) => address)])

/** The rows not taken, each with its reason's key. */
export const reasonsOf = ({ rejected }: ImportPreview) =>
  rejected.map(({ row, reason }) => [row, reason.split(' ')[0]])
