import { passphraseLength } from '../../../shared/domain/passphrase.ts'
import { t } from '../../text/text.ts'
import { PassphraseField } from '../../ui/index.ts'
import { useFirstFocus } from './use-first-focus.ts'

interface NewPassphraseProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
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

interface KnownPassphraseProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The passphrase of the vault that is there: what is answered first. */
export function KnownPassphrase(props: KnownPassphraseProps) {
  const inputRef = useFirstFocus<HTMLInputElement>()
  return <PassphraseField {...props} inputRef={inputRef} />
}

/** Why a new passphrase does not do; null where it does. */
export function problemOfNew(passphrase: string, repeated: string): string | null {
  if (passphrase.length < passphraseLength.min) return t('start.tooShort', { count: passphraseLength.min })
  return passphrase === repeated ? null : t('start.notTheSame')
}
