import { useState } from 'react'
import { useCommand, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Question } from '../../ui/index.ts'
import { ChangePassphrase } from './change-passphrase.tsx'
import styles from './start-screen.module.css'

/** What can be done about where keys are kept: nothing, where the keychain keeps them. */
export function SecretsPlaceActions() {
  const secrets = useRequest('start:get-secrets', {}).data
  if (secrets?.place === 'vault') return <VaultActions keychain={secrets.keychain} />
  if (secrets?.place === 'memory' && secrets.canChooseAgain) return <ChooseAgain />
  return null
}

function ChooseAgain() {
  const [isAsking, setIsAsking] = useState(false)
  const { mutate, isPending } = useCommand('start:choose-again')
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{t('start.chooseAgain')}</Button>
      <Question
        title={t('start.chooseAgainTitle')}
        text={t('start.chooseAgainText')}
        confirmLabel={t('start.chooseAgain')}
        isOpen={isAsking}
        isPending={isPending}
        onConfirm={() => mutate({})}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}

function VaultActions({ keychain }: { readonly keychain: string }) {
  const [isChanging, setIsChanging] = useState(false)
  const { mutate, isPending, data, error } = useCommand('start:move-to-keychain')
  const refusal = data?.ok === false ? data.failure.message : (error?.message ?? null)
  return (
    <div className={styles.form}>
      <Button aria-expanded={isChanging} onClick={() => setIsChanging(!isChanging)}>
        {t(isChanging ? 'app.cancel' : 'start.changePassphrase')}
      </Button>
      {isChanging && <ChangePassphrase />}
      <Button
        title={t('start.moveToKeychainHint', { keychain })}
        aria-disabled={isPending}
        onClick={() => !isPending && mutate({})}
      >
        {t('start.moveToKeychain')}
      </Button>
      {refusal !== null && <Banner kind="error">{refusal}</Banner>}
    </div>
  )
}
