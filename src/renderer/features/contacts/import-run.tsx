import { CircleAlert, CircleCheck, CircleMinus } from 'lucide-react'
import type { ImportProgress } from '../../../shared/domain/contact.ts'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Button, ProgressBar } from '../../ui/index.ts'
import styles from './import-run.module.css'

interface ImportRunProps {
  readonly progress: ImportProgress
  readonly onShow: () => void
  readonly onAnother: () => void
}

/** How an import goes, and how it ended. */
export function ImportRun({ progress, onShow, onAnother }: ImportRunProps) {
  const { importId, state, storedCount, totalCount } = progress
  const cancel = useCommand('contacts:cancel-import')
  if (state === 'running') {
    return (
      <div className={styles.run}>
        <p className={styles.title}>{t('importing.running')}</p>
        <ProgressBar label={t('importing.running')} doneCount={storedCount} totalCount={totalCount} />
        <div className={styles.actions}>
          <span data-digits>{t('importing.runningCount', { done: storedCount, total: totalCount })}</span>
          <Button
            aria-disabled={cancel.isPending || cancel.isSuccess}
            onClick={() => cancel.isIdle && cancel.mutate({ importId })}
          >
            {t('app.cancel')}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className={styles.run}>
      <output className={styles.title} data-state={state}>
        {iconOf[state]}
        <span>{sentenceOf(progress)}</span>
      </output>
      {progress.message !== null && <p className={styles.message}>{progress.message}</p>}
      <div className={styles.actions}>
        <Button onClick={onAnother}>{t('importing.another')}</Button>
        <Button kind="primary" onClick={onShow}>
          {t('importing.show')}
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

function sentenceOf({ state, storedCount, totalCount }: ImportProgress): string {
  if (state === 'done') return t('importing.done', { count: storedCount })
  const counts = { done: storedCount, total: totalCount }
  return state === 'cancelled' ? t('importing.cancelled', counts) : t('importing.failed', counts)
}
