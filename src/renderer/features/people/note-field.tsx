import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Outcome } from '../../../shared/domain/failure.ts'
import { maxNoteLength } from '../../../shared/domain/note.ts'
import { t } from '../../text/text.ts'
import styles from './note-field.module.css'

interface NoteFieldProps {
  readonly label: string
  readonly note: string
  readonly hasFocus?: boolean
  /** `seen` is what it was when it began to be written. */
  readonly onSave: (body: string, seen: string) => Promise<Outcome<unknown>>
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
  /** While it is being kept, and once a colleague was faster, what they wrote does not take its place. */
  const isOnHold = useRef(false)

  useEffect(() => {
    if (hasFocus) field.current?.focus()
  }, [hasFocus])
  useEffect(() => {
    // Words being written are not replaced by what someone else, or an earlier save, says.
    if (isOnHold.current || (document.activeElement === field.current && kept.current !== note)) return
    kept.current = note
    setText(note)
  }, [note])

  const latest = useRef({ text, note, save: (_body: string): unknown => undefined })

  const save = async (body: string) => {
    const before = kept.current
    if (body.trim() === before.trim()) return onDone?.()
    kept.current = body
    setProblem(null)
    // Whoever was told what a colleague wrote instead, and goes on writing, means to replace it.
    const seen = isOnHold.current ? latest.current.note : before
    isOnHold.current = true
    const failure = await onSave(body.trim(), seen.trim()).then(
      (outcome) => (outcome.ok ? null : outcome.failure),
      (error: unknown) => ({ code: '', message: error instanceof Error ? error.message : String(error) })
    )
    isOnHold.current = failure?.code === 'changed'
    if (failure === null) return onDone?.()
    // These words are kept all the same, if only here.
    const isKeptHere = failure.code === 'changed' || failure.code === 'not-shared'
    if (!isKeptHere) kept.current = before
    setProblem(isKeptHere ? failure.message : t('settings.saveFailed', { reason: failure.message }))
  }

  useEffect(() => {
    latest.current = { text, note, save }
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
