import { Field, inputClass } from '../../ui/index.ts'

interface PassphraseFieldProps {
  readonly label: string
  readonly hint?: string
  readonly problem?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A passphrase, which lives in its form and in what is asked with it. */
export function PassphraseField({ label, hint, problem, value, onChange }: PassphraseFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          className={inputClass}
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
