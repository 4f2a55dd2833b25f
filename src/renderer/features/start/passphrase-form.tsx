import { type SyntheticEvent, useState } from 'react'
import { passphraseLength } from '../../../shared/domain/passphrase.ts'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button } from '../../ui/index.ts'
import { KnownPassphrase, NewPassphrase, problemOfNew } from './passphrase-fields.tsx'
import styles from './start-screen.module.css'

/** Opens the vault by its passphrase, or makes one by a new passphrase, typed twice. */
export function PassphraseForm({ isNew }: { readonly isNew: boolean }) {
  const { mutate, isPending, data, error } = useCommand('start:use-passphrase')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const refusal = data?.ok === false ? data.failure.message : (error?.message ?? null)

  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (isPending || passphrase === '') return
    const found = isNew ? problemOfNew(passphrase, repeated) : null
    setProblem(found)
    if (found === null) mutate({ passphrase })
  }
  return (
    <form className={styles.form} autoComplete="off" onSubmit={onSubmit}>
      {isNew ? (
        <NewPassphrase
          label={t('start.passphrase')}
          hint={t('start.passphraseHint', { count: passphraseLength.min })}
          value={passphrase}
          repeated={repeated}
          onChange={setPassphrase}
          onRepeat={setRepeated}
        />
      ) : (
        <KnownPassphrase label={t('start.passphrase')} value={passphrase} onChange={setPassphrase} />
      )}
      {(problem ?? (isPending ? null : refusal)) !== null && (
        <Banner kind="error">{problem ?? refusal}</Banner>
      )}
      <Button kind={isNew ? 'plain' : 'primary'} type="submit" aria-disabled={isPending || passphrase === ''}>
        {wordOf(isNew, isPending)}
      </Button>
    </form>
  )
}

function wordOf(isNew: boolean, isPending: boolean): string {
  if (isPending) return t(isNew ? 'start.sealing' : 'start.unsealing')
  return t(isNew ? 'start.makeVault' : 'start.openVault')
}
