import { type SyntheticEvent, useState } from 'react'
import { passphraseLength } from '../../../shared/domain/passphrase.ts'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button } from '../../ui/index.ts'
import { KnownPassphrase, NewPassphrase, problemOfNew } from './passphrase-fields.tsx'
import styles from './start-screen.module.css'

/** Seals the vault by another passphrase, for whoever knows the one before. */
export function ChangePassphrase() {
  const { mutate, isPending, data, error } = useCommand('start:change-passphrase')
  const [passphrase, setPassphrase] = useState('')
  const [next, setNext] = useState('')
  const [repeated, setRepeated] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const refusal = data?.ok === false ? data.failure.message : (error?.message ?? null)
  const wrong = problem ?? (isPending ? null : refusal)

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (isPending || passphrase === '' || next === '') return
    const found = problemOfNew(next, repeated)
    setProblem(found)
    if (found === null) mutate({ passphrase, next })
  }
  return (
    <form className={styles.form} autoComplete="off" onSubmit={onSubmit}>
      <KnownPassphrase label={t('start.currentPassphrase')} value={passphrase} onChange={setPassphrase} />
      <NewPassphrase
        label={t('start.nextPassphrase')}
        hint={t('start.passphraseHint', { count: passphraseLength.min })}
        value={next}
        repeated={repeated}
        onChange={setNext}
        onRepeat={setRepeated}
      />
      {wrong !== null && <Banner kind="error">{wrong}</Banner>}
      {wrong === null && data?.ok && <Banner kind="note">{t('start.passphraseChanged')}</Banner>}
      <Button type="submit" aria-disabled={isPending}>
        {t(isPending ? 'start.sealing' : 'start.changePassphrase')}
      </Button>
    </form>
  )
}
