import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import { maxNoteLength } from '../../../shared/domain/note.ts'
import { t } from '../../text/text.ts'
import { Button, inputClass } from '../../ui/index.ts'
import styles from './card-note.module.css'
import { useCallNote } from './use-call-note.ts'

interface CardNoteProps {
  readonly call: Call
  readonly name: string
  /** The field was clicked: it needs the keyboard. */
  readonly onWrite: () => void
  readonly onClose: () => void
}

/** The note of a call, kept as it is written. */
export function CardNote({ call, name, onWrite, onClose }: CardNoteProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { text, write, keep, isKept, problem } = useCallNote(call)

  useEffect(() => {
    const area = field.current
    area?.focus()
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [])

  const close = () => {
    keep()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    // Esc in the middle of a composed character belongs to the input method.
    if (event.nativeEvent.isComposing || (event.key !== 'Escape' && !isDone)) return
    event.preventDefault()
    event.stopPropagation()
    close()
  }

  return (
    <div className={styles.note}>
      <textarea
        ref={field}
        className={inputClass}
        rows={3}
        maxLength={maxNoteLength}
        aria-label={t('popup.noteOf', { name })}
        placeholder={t('popup.notePlaceholder')}
        value={text}
        onPointerDown={onWrite}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.foot}>
        <span
          className={styles.state}
          role={problem ? 'alert' : 'status'}
          data-problem={problem !== null || undefined}
        >
          {problem ?? t(isKept ? 'popup.noteKept' : 'popup.noteHint')}
        </span>
        <Button kind="quiet" onClick={close}>
          {t('popup.noteDone')}
        </Button>
      </div>
    </div>
  )
}
