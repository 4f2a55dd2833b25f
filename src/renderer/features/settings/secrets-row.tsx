import { useState } from 'react'
import { useCommand, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Question } from '../../ui/index.ts'
import { ChangePassphrase } from '../start/index.ts'
import styles from './account-section.module.css'
import { Row } from './section.tsx'

/** What can be done about where keys are kept: nothing, where the keychain keeps them. */
export function SecretsRow() {
  const secrets = useRequest('start:get-secrets', {}).data
  if (secrets?.place === 'vault') return <VaultRow keychain={secrets.keychain} />
  if (secrets?.place === 'memory' && secrets.canChooseAgain) return <MemoryRow />
  return null
}

function MemoryRow() {
  const [isAsking, setIsAsking] = useState(false)
  const { mutate, isPending } = useCommand('start:choose-again')
  return (
    <Row label={t('start.memory')} hint={t('start.memoryFacts')}>
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
    </Row>
  )
}

function VaultRow({ keychain }: { readonly keychain: string }) {
  const [isChanging, setIsChanging] = useState(false)
  const { mutate, isPending, data, error } = useCommand('start:move-to-keychain')
  const refusal = data?.ok === false ? data.failure.message : (error?.message ?? null)
  return (
    <div>
      <Row label={t('start.vault')} hint={t('start.moveToKeychainHint', { keychain })}>
        <Button aria-expanded={isChanging} onClick={() => setIsChanging(!isChanging)}>
          {t(isChanging ? 'app.cancel' : 'start.changePassphrase')}
        </Button>
        <Button aria-disabled={isPending} onClick={() => !isPending && mutate({})}>
          {t('start.moveToKeychain')}
        </Button>
      </Row>
      {refusal !== null && <Banner kind="error">{refusal}</Banner>}
      {isChanging && (
        <div className={styles.form}>
          <ChangePassphrase />
        </div>
      )}
    </div>
  )
}
