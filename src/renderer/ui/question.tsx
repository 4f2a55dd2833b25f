import { t } from '../text/text.ts'
import { Button } from './button.tsx'
import { Modal } from './modal.tsx'
import styles from './question.module.css'

interface QuestionProps {
  readonly title: string
  readonly text: string
  readonly confirmLabel: string
  readonly isOpen: boolean
  readonly isPending?: boolean
  /** Why what was confirmed did not happen. */
  readonly problem?: string | null
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before something is lost; the way back comes first. */
export function Question(props: QuestionProps) {
  const { title, text, confirmLabel, isOpen, isPending = false, problem = null, onConfirm, onClose } = props
  return (
    <Modal label={title} isOpen={isOpen} onClose={onClose}>
      <div className={styles.question}>
        <h2>{title}</h2>
        <p>{text}</p>
        {problem !== null && <p role="alert">{problem}</p>}
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button kind="danger" aria-disabled={isPending} onClick={() => !isPending && onConfirm()}>
            {confirmLabel}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
