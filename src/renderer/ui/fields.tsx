import { ChevronDown } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useDescription } from './described-by.tsx'
import styles from './fields.module.css'

interface SelectProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly isDisabled?: boolean }[]
  readonly onChange: (value: T) => void
  /** Whether it stands in a sentence, without a frame. */
  readonly isInline?: boolean
  readonly isDisabled?: boolean
}

/** A native select: its list may leave a small window, and every assistive technology knows it. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, isInline = false, isDisabled = false } = props
  const description = useDescription()
  return (
    <span className={isInline ? styles.inlineSelect : styles.select}>
      <select
        aria-label={label}
        {...description}
        value={value}
        disabled={isDisabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled ?? false}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </span>
  )
}

interface ControlIds {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong with what it holds. */
  readonly problem?: string | undefined
  readonly children: (ids: ControlIds) => ReactNode
}

/** A labelled control with a hint below it, and what is wrong with it. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const problemId = `${id}-problem`
  const description = useDescription(...(problem ? [problemId] : []), ...(hint ? [hintId] : []))
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...description,
        ...(problem ? { 'aria-invalid': true } : {})
      })}
      {problem && (
        <p id={problemId} className={styles.problem}>
          {problem}
        </p>
      )}
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

interface CheckboxProps {
  readonly label: string
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
}

export function Checkbox({ label, isChecked, onChange }: CheckboxProps) {
  const description = useDescription()
  return (
    <label className={styles.checkbox}>
      <input
        type="checkbox"
        {...description}
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}

export const inputClass = styles.input
