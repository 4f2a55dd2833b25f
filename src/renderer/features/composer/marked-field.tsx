import { type ComponentProps, type RefObject, useLayoutEffect, useRef } from 'react'
import styles from './marked-field.module.css'
import type { TextRun } from './sms-text.ts'

interface MarkedFieldProps extends Omit<ComponentProps<'textarea'>, 'ref' | 'className' | 'value'> {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly value: string
  /** `value`, cut where its marks begin and end. */
  readonly runs: readonly TextRun[]
}

/** A text field that grows with its text and has a mark behind the characters that force UCS-2. */
export function MarkedField({ field, value, runs, ...rest }: MarkedFieldProps) {
  const marks = useRef<HTMLDivElement>(null)
  const follow = () => {
    if (marks.current && field.current) marks.current.scrollTop = field.current.scrollTop
  }
  useLayoutEffect(follow)
  return (
    <div className={styles.field}>
      <div ref={marks} className={styles.marks} dir="auto" aria-hidden="true">
        {runs.map(({ text, isForcing }, index) =>
          // oxlint-disable-next-line react/no-array-index-key -- a stretch is known by its place alone
          isForcing ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>
        )}
        {/* A last line that is still empty has its height too. */}
        {'\u200b'}
      </div>
      <textarea ref={field} rows={1} dir="auto" value={value} onScroll={follow} {...rest} />
    </div>
  )
}
