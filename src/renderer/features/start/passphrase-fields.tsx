import { passphraseLength } from '../../../shared/domain/start.ts'
import { t } from '../../text/text.ts'
import { Field, inputClass } from '../../ui/index.ts'
import { useFirstFocus } from './use-first-focus.ts'

interface PassphraseFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Whether it is what the screen is answered in first. */
  readonly isFirst?: boolean
}

export function PassphraseField({ label, hint, value, onChange, isFirst = false }: PassphraseFieldProps) {
  const ref = useFirstFocus<HTMLInputElement>(isFirst)
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          ref={ref}
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

interface NewPassphraseProps extends PassphraseFieldProps {
  readonly repeated: string
  readonly onRepeat: (value: string) => void
}

/** A passphrase that is made here, typed twice: nobody could recover it. */
export function NewPassphrase({ repeated, onRepeat, ...first }: NewPassphraseProps) {
  return (
    <>
      <PassphraseField {...first} />
      <PassphraseField label={t('start.repeat')} value={repeated} onChange={onRepeat} />
    </>
  )
}

/** Why a new passphrase does not do; null where it does. */
export function problemOfNew(passphrase: string, repeated: string): string | null {
  if (passphrase.length < passphraseLength.min) return t('start.tooShort', { count: passphraseLength.min })
  return passphrase === repeated ? null : t('start.notTheSame')
}
