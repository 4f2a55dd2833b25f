import { useState } from 'react'
import type { Outcome } from '../../../shared/domain/failure.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Modal } from '../../ui/index.ts'
import styles from './confirm-deletion.module.css'

interface ConfirmDeletionProps {
  readonly title: string
  /** Exactly what goes. */
  readonly text: string
  readonly onDelete: () => Promise<Outcome<unknown>>
  /** After it was deleted, or not. */
  readonly onClose: (isDeleted: boolean) => void
}

/** Asks before something is deleted for good. */
export function ConfirmDeletion({ title, text, onDelete, onClose }: ConfirmDeletionProps) {
  const [isDeleting, setIsDeleting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const confirm = async () => {
    if (isDeleting) return
    setIsDeleting(true)
    setProblem(null)
    const failure = await onDelete().then(
      (outcome) => (outcome.ok ? null : outcome.failure.message),
      (error: unknown) => (error instanceof Error ? error.message : String(error))
    )
    if (failure === null) return onClose(true)
    setIsDeleting(false)
    setProblem(failure)
  }
  return (
    <Modal label={title} isOpen onClose={() => onClose(false)}>
      <div className={styles.question}>
        <h2>{title}</h2>
        <p>{text}</p>
        <p>{t('forget.final')}</p>
        {problem && <Banner kind="error">{t('forget.failed', { reason: problem })}</Banner>}
        <div className={styles.actions}>
          <Button onClick={() => onClose(false)}>{t('app.cancel')}</Button>
          <Button kind="danger" aria-disabled={isDeleting} onClick={() => void confirm()}>
            {t('forget.confirm')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
