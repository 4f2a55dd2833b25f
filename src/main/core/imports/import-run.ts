import type { ImportProgress } from '../../../shared/domain/contact.ts'
import { LedgerUnavailable, type Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { createTurns } from './turns.ts'

export interface ImportRun {
  readonly progress: () => ImportProgress
  /** Stores no more; what was stored stays. */
  cancel(): void
}

interface Plan<T> {
  readonly importId: string
  readonly expectedCount: number
  /** What is to be stored. */
  readonly items: () => Promise<readonly T[]>
  readonly store: (batch: readonly T[]) => Promise<unknown>
  readonly t: Translate
  readonly log: Log
  readonly publishProgress: (progress: ImportProgress) => void
  readonly onEnded: () => Promise<void>
}

const batchSize = 500

/** Stores what a file held batch by batch, and lets others go first in between. It begins at once and never rejects. */
export function createImportRun<T>(plan: Plan<T>): ImportRun {
  const { t, log, publishProgress, onEnded } = plan
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
    const items = await plan.items()
    change({ totalCount: items.length })
    for (let from = 0; from < items.length; from += batchSize) {
      if (isCancelled) return { state: 'cancelled' }
      const batch = items.slice(from, from + batchSize)
      await plan.store(batch)
      change({ storedCount: from + batch.length })
      await turns.next()
    }
    return { state: 'done' }
  }

  function failure(error: unknown): Partial<ImportProgress> {
    log.error('An import failed', { reason: String(error) })
    const isFull = error instanceof LedgerUnavailable
    return { state: 'failed', message: t(isFull ? 'contacts.notStored' : 'contacts.import.failed') }
  }

  async function carryOut(): Promise<void> {
    const end = await store().catch(failure)
    await onEnded().catch((error: unknown) =>
      log.warn('What was imported could not be read again', { reason: String(error) })
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
