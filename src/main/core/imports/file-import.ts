import type { ImportProgress } from '../../../shared/domain/contact.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { createImportRun, type ImportRun } from './import-run.ts'

/** A file's content: first what would come of it, then, when that is wanted, the storing of it. */
export interface FileImport<File, Preview> {
  preview(file: File): Promise<Outcome<Preview>>
  /** Stores what was last previewed; the same import again does nothing. */
  start(importId: string): Outcome<ImportProgress>
  cancel(importId: string): void
}

export interface PreparedImport<Preview, Item> {
  readonly preview: Preview
  readonly expectedCount: number
  /** What is to be stored, worked out when that begins: much may have changed since the preview. */
  readonly items: () => Promise<readonly Item[]>
}

export interface Preparation {
  readonly importId: string
  /** Whether nobody waits for this any more. */
  readonly isSuperseded: () => boolean
}

interface Dependencies<File, Preview, Item> {
  readonly prepare: (file: File, preparation: Preparation) => Promise<Outcome<PreparedImport<Preview, Item>>>
  readonly store: (batch: readonly Item[]) => Promise<unknown>
  readonly newId: () => string
  readonly t: Translate
  readonly log: Log
  readonly publishProgress: (progress: ImportProgress) => void
  /** Runs once after each import, however it ended. */
  readonly onStored: () => Promise<void>
}

export function createFileImport<File, Preview extends { readonly importId: string }, Item>(
  dependencies: Dependencies<File, Preview, Item>
): FileImport<File, Preview> {
  const { prepare, store, newId, t, log, publishProgress, onStored } = dependencies
  let prepared: PreparedImport<Preview, Item> | null = null
  let run: ImportRun | null = null
  let previewCount = 0

  return {
    async preview(file) {
      previewCount += 1
      const mine = previewCount
      const outcome = await prepare(file, { importId: newId(), isSuperseded: () => mine !== previewCount })
      if (!outcome.ok) return outcome
      prepared = outcome.value
      return succeeded(outcome.value.preview)
    },
    start(importId) {
      if (run?.progress().importId === importId) return succeeded(run.progress())
      if (run?.progress().state === 'running') return failed('import-running', t('contacts.import.running'))
      if (prepared?.preview.importId !== importId) return failed('import-gone', t('contacts.import.gone'))
      const { expectedCount, items } = prepared
      prepared = null
      run = createImportRun({
        importId,
        expectedCount,
        items,
        store,
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
