import { t } from '../text/text.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { Modal } from './modal.tsx'
import styles from './question.module.css'

interface QuestionProps {
  readonly title: string
  readonly text: string
  /** What is to be known beside it, on a line of its own. */
  readonly warning?: string
  readonly confirmLabel: string
  /** Whether something is lost by it. */
  readonly isDangerous?: boolean
  readonly isOpen: boolean
  readonly isPending?: boolean
  /** Why what was confirmed did not happen. */
  readonly problem?: string | null
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something is done that others feel, or that is lost by it; the way back comes first. */
export function Question(props: QuestionProps) {
  const { title, text, warning, confirmLabel, isOpen, isPending = false, problem = null } = props
  const { onConfirm, onClose, isDangerous = true } = props
  return (
    <Modal label={title} isOpen={isOpen} onClose={onClose}>
      <div className={styles.question}>
        <h2>{title}</h2>
        <p>{text}</p>
        {warning !== undefined && <p>{warning}</p>}
        {problem !== null && <Banner kind="error">{problem}</Banner>}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button
            kind={isDangerous ? 'danger' : 'primary'}
            aria-disabled={isPending}
            onClick={() => !isPending && onConfirm()}
          >
            {confirmLabel}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
