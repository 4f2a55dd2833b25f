import { useState } from 'react'
import type { Outcome } from '../../../shared/domain/failure.ts'
import { t } from '../../text/text.ts'
import { Question } from '../../ui/index.ts'

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
    <Question
      title={title}
      text={text}
      warning={t('forget.final')}
      confirmLabel={t('forget.confirm')}
      isOpen
      isPending={isDeleting}
      problem={problem && t('forget.failed', { reason: problem })}
      onConfirm={() => void confirm()}
      onClose={() => onClose(false)}
    />
  )
}
