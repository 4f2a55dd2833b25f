import type { Ref } from 'react'
import { passphraseLength } from '../../shared/domain/passphrase.ts'
import { Field, inputClass } from './fields.tsx'

interface PassphraseFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly problem?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly inputRef?: Ref<HTMLInputElement>
}

/** A passphrase, which lives in its form and in what is asked with it. */
export function PassphraseField({ label, hint, problem, value, onChange, inputRef }: PassphraseFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          ref={inputRef}
          className={inputClass}
          type="password"
          autoComplete="off"
          spellCheck={false}
          maxLength={passphraseLength.max}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
