import { CircleAlert, CircleCheck, CircleMinus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ImportProgress } from '../../../shared/domain/contact.ts'
import { t } from '../../text/text.ts'
import { Button, ProgressBar } from '../../ui/index.ts'
import styles from './import-run.module.css'

interface ImportRunProps {
  readonly progress: ImportProgress
  /** What is said while it goes and once all is stored, and what leads away from it. */
  readonly words: {
    readonly running: string
    readonly done: (count: number) => string
    readonly show: string
  }
  /** What of the file was left out, to be shown once it has ended. */
  readonly report: ReactNode
  readonly onCancel: (importId: string) => void
  readonly onShow: () => void
  readonly onAnother: () => void
}

/** How an import goes, and how it ended. */
export function ImportRun({ progress, words, report, onCancel, onShow, onAnother }: ImportRunProps) {
  const { importId, state, storedCount, totalCount } = progress
  const [cancelledId, setCancelledId] = useState<string | null>(null)
  const isCancelled = cancelledId === importId
  if (state === 'running') {
    return (
      <div className={styles.run}>
        <p className={styles.title}>{words.running}</p>
        <ProgressBar label={words.running} doneCount={storedCount} totalCount={totalCount} />
        <div className={styles.actions}>
          <span data-digits>{t('importing.runningCount', { done: storedCount, total: totalCount })}</span>
          <Button
            aria-disabled={isCancelled}
            onClick={() => {
              if (isCancelled) return
              setCancelledId(importId)
              onCancel(importId)
            }}
          >
            {t('app.cancel')}
          </Button>
        </div>
      </div>
    )
  }
  const counts = { done: storedCount, total: totalCount }
  return (
    <div className={styles.run}>
      <output className={styles.title} data-state={state}>
        {iconOf[state]}
        <span>{state === 'done' ? words.done(storedCount) : t(`importing.${state}`, counts)}</span>
      </output>
      {progress.message !== null && <p className={styles.message}>{progress.message}</p>}
      {report}
      <div className={styles.actions}>
        <Button onClick={onAnother}>{t('importing.another')}</Button>
        <Button kind="primary" onClick={onShow}>
          {words.show}
        </Button>
      </div>
    </div>
  )
}

const iconOf = {
  done: <CircleCheck size={18} aria-hidden="true" />,
  cancelled: <CircleMinus size={18} aria-hidden="true" />,
  failed: <CircleAlert size={18} aria-hidden="true" />
} as const
