import type { ImportProgress } from '../../../shared/domain/contact.ts'
import { type ContactLedger, LedgerUnavailable, type Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import type { ContactRecord } from './contact-record.ts'
import { createTurns } from './turns.ts'

export interface ImportRun {
  readonly progress: () => ImportProgress
  /** Stores no more; what was stored stays. */
  cancel(): void
}

interface Plan {
  readonly importId: string
  readonly expectedCount: number
  readonly contacts: () => Promise<readonly ContactRecord[]>
  readonly ledger: Pick<ContactLedger, 'saveContacts'>
  readonly t: Translate
  readonly log: Log
  readonly publishProgress: (progress: ImportProgress) => void
  readonly onEnded: () => Promise<void>
}

const batchSize = 500

/** Stores contacts batch by batch, and lets others go first in between. It begins at once and never rejects. */
export function createImportRun(plan: Plan): ImportRun {
  const { ledger, t, log, publishProgress, onEnded } = plan
  let isCancelled = false
  let progress: ImportProgress = {
    importId: plan.importId,
    state: 'running',
    storedCount: 0,
    totalCount: plan.expectedCount,
    message: null
  }

  function change(next: Partial<ImportProgress>): void {
    progress = { ...progress, ...next }
    publishProgress(progress)
  }

  async function store(): Promise<Partial<ImportProgress>> {
    const turns = createTurns()
    const contacts = await plan.contacts()
    change({ totalCount: contacts.length })
    for (let from = 0; from < contacts.length; from += batchSize) {
      if (isCancelled) return { state: 'cancelled' }
      const batch = contacts.slice(from, from + batchSize)
      await ledger.saveContacts(batch)
      change({ storedCount: from + batch.length })
      await turns.next()
    }
    return { state: 'done' }
  }

  function failure(error: unknown): Partial<ImportProgress> {
    log.error('An import of contacts failed', { reason: String(error) })
    const isFull = error instanceof LedgerUnavailable
    return { state: 'failed', message: t(isFull ? 'contacts.notStored' : 'contacts.import.failed') }
  }

  async function carryOut(): Promise<void> {
    const end = await store().catch(failure)
    await onEnded().catch((error: unknown) =>
      log.warn('The contacts could not be read again', { reason: String(error) })
    )
    change(end)
  }

  void carryOut()
  return {
    progress: () => progress,
    cancel() {
      isCancelled = true
    }
  }
}
