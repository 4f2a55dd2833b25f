import type { ImportPreview, ImportProgress } from '../../../shared/domain/contact.ts'
import { succeeded } from '../../../shared/domain/failure.ts'
import { createFileImport, createTurns, type FileImport } from '../imports/index.ts'
import { addressReader } from '../numbers/index.ts'
import type { ContactLedger, Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { type ContactMerger, createContactMerger } from './contact-merger.ts'
import type { ContactRecord, KeptContact } from './contact-record.ts'
import type { ImportCandidate } from './import-row.ts'
import type { ImportFile } from './read-import-file.ts'

/** Contacts from a file. */
export type ContactImport = FileImport<ImportFile, ImportPreview>

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
  const { ledger, region, newId, t } = dependencies

  async function mergerOfKnown(): Promise<ContactMerger> {
    const merger = createContactMerger(newId)
    let after: { readonly name: string; readonly id: string } | null = null
    for (;;) {
      const page: readonly KeptContact[] = await ledger.listContacts({
        text: '',
        after,
        limit: knownPageSize
      })
      // What is the team's is not changed by a file: of someone in both, the file's is the user's own.
      for (const { shared, ...record } of page) if (shared === null) merger.know(record)
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

  return createFileImport({
    ...dependencies,
    async prepare(file: ImportFile, preparation) {
      // What reads contact files is large, and most starts never need it.
      const { prepareImport } = await import('./import-preview.ts')
      const outcome = await prepareImport(file, {
        ...preparation,
        merger: await mergerOfKnown(),
        readAddress: addressReader(region()),
        t
      })
      if (!outcome.ok) return outcome
      const { preview, candidates, changedCount } = outcome.value
      return succeeded({
        preview,
        expectedCount: changedCount,
        items: () => contactsToStore(candidates)
      })
    },
    store: (batch) => ledger.saveContacts(batch)
  })
}
