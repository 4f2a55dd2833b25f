import type { ImportPreview, ImportProgress } from '../../../shared/domain/contact.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { addressReader } from '../numbers/index.ts'
import type { ContactLedger, Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { type ContactMerger, createContactMerger } from './contact-merger.ts'
import type { ContactRecord } from './contact-record.ts'
import { type PreparedImport, prepareImport } from './import-preview.ts'
import type { ImportCandidate } from './import-row.ts'
import { createImportRun, type ImportRun } from './import-run.ts'
import type { ImportFile } from './read-import-file.ts'
import { createTurns } from './turns.ts'

/** Contacts from a file: first what would come of it, then, when that is wanted, the storing of it. */
export interface ContactImport {
  preview(file: ImportFile): Promise<Outcome<ImportPreview>>
  /** Stores what was last previewed; the same import again does nothing. */
  start(importId: string): Outcome<ImportProgress>
  cancel(importId: string): void
}

interface Dependencies {
  readonly ledger: ContactLedger
  readonly region: () => string
  readonly newId: () => string
  readonly t: Translate
  readonly log: Log
  readonly publishProgress: (progress: ImportProgress) => void
  /** Runs once after each import, however it ended. */
  readonly onStored: () => Promise<void>
}

const knownPageSize = 500

export function createContactImport(dependencies: Dependencies): ContactImport {
  const { ledger, region, newId, t, log, publishProgress, onStored } = dependencies
  let prepared: PreparedImport | null = null
  let run: ImportRun | null = null
  let previewCount = 0

  async function mergerOfKnown(): Promise<ContactMerger> {
    const merger = createContactMerger(newId)
    let after: { readonly name: string; readonly id: string } | null = null
    for (;;) {
      const page: readonly ContactRecord[] = await ledger.listContacts({
        text: '',
        after,
        limit: knownPageSize
      })
      for (const record of page) merger.know(record)
      const last = page.at(-1)
      if (last === undefined || page.length < knownPageSize) return merger
      after = { name: last.name, id: last.id }
    }
  }

  /** The contacts may have changed since the preview: what is to be stored is worked out again. */
  async function contactsToStore(candidates: readonly ImportCandidate[]): Promise<readonly ContactRecord[]> {
    const merger = await mergerOfKnown()
    const turns = createTurns()
    for (const candidate of candidates) {
      merger.add(candidate)
      if (turns.isOver()) await turns.next()
    }
    return merger.changed()
  }

  return {
    async preview(file) {
      previewCount += 1
      const mine = previewCount
      const outcome = await prepareImport(file, {
        importId: newId(),
        merger: await mergerOfKnown(),
        readAddress: addressReader(region()),
        t,
        isSuperseded: () => mine !== previewCount
      })
      if (!outcome.ok) return outcome
      prepared = outcome.value
      return succeeded(outcome.value.preview)
    },
    start(importId) {
      if (run?.progress().importId === importId) return succeeded(run.progress())
      if (run?.progress().state === 'running') return failed('import-running', t('contacts.import.running'))
      if (prepared?.preview.importId !== importId) return failed('import-gone', t('contacts.import.gone'))
      const { candidates, changedCount } = prepared
      prepared = null
      run = createImportRun({
        importId,
        expectedCount: changedCount,
        contacts: () => contactsToStore(candidates),
        ledger,
        t,
        log,
        publishProgress,
        onEnded: onStored
      })
      return succeeded(run.progress())
    },
    cancel(importId) {
      if (run?.progress().importId === importId) run.cancel()
    }
  }
}
