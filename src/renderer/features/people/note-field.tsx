import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Outcome } from '../../../shared/domain/failure.ts'
import { maxNoteLength } from '../../../shared/domain/note.ts'
import { t } from '../../text/text.ts'
import styles from './note-field.module.css'

interface NoteFieldProps {
  readonly label: string
  readonly note: string
  readonly hasFocus?: boolean
  readonly onSave: (body: string) => Promise<Outcome<unknown>>
  /** It was left as it stands stored. */
  readonly onDone?: () => void
}

/** A note that is edited where it stands: leaving it or Ctrl+Enter keeps it, Esc undoes. */
export function NoteField({ label, note, hasFocus = false, onSave, onDone }: NoteFieldProps) {
  const [text, setText] = useState(note)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  /** What is stored, or on its way there. */
  const kept = useRef(note)

  useEffect(() => {
    if (hasFocus) field.current?.focus()
  }, [hasFocus])
  useEffect(() => {
    // Words being written are not replaced by what someone else, or an earlier save, says.
    if (document.activeElement === field.current && kept.current !== note) return
    kept.current = note
    setText(note)
  }, [note])

  const save = async (body: string) => {
    const before = kept.current
    if (body.trim() === before.trim()) return onDone?.()
    kept.current = body
    setProblem(null)
    const failure = await onSave(body.trim()).then(
      (outcome) => (outcome.ok ? null : outcome.failure.message),
      (error: unknown) => (error instanceof Error ? error.message : String(error))
    )
    if (failure === null) return onDone?.()
    kept.current = before
    setProblem(t('settings.saveFailed', { reason: failure }))
  }

  const latest = useRef({ text, save })
  useEffect(() => {
    latest.current = { text, save }
  })
  // Going to another person takes the field away without leaving it.
  useEffect(
    () => () => {
      const { text: last, save: saveLast } = latest.current
      if (last.trim() !== kept.current.trim()) void saveLast(last)
    },
    []
  )

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save(text)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      setText(kept.current)
      setProblem(null)
      if (text === kept.current) onDone?.()
    }
  }

  return (
    <span className={styles.field}>
      <textarea
        ref={field}
        className={styles.text}
        rows={Math.min(8, text.split('\n').length)}
        dir="auto"
        maxLength={maxNoteLength}
        aria-label={label}
        aria-invalid={problem !== null}
        placeholder={t('people.notePlaceholder')}
        title={t('people.noteHint')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void save(text)}
        onKeyDown={onKeyDown}
      />
      {problem && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </span>
  )
}
