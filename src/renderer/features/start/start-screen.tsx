import { KeyRound } from 'lucide-react'
import type { Start } from '../../../shared/domain/start.ts'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, FrontPanel } from '../../ui/index.ts'
import { PassphraseForm } from './passphrase-form.tsx'
import styles from './start-screen.module.css'
import { useFirstFocus } from './use-first-focus.ts'

interface StartScreenProps {
  readonly start: Extract<Start, { readonly stage: 'waiting' | 'failed' }>
}

/** What has to be settled before the app can start: where keys are kept, where the keychain does not answer for itself. */
export function StartScreen({ start }: StartScreenProps) {
  return (
    <FrontPanel icon={<KeyRound size={22} />}>
      {start.stage === 'failed' ? (
        <>
          <h1>{t('start.failedTitle')}</h1>
          <div className={styles.banner}>
            <Banner kind="error">{t('start.failed', { message: start.message })}</Banner>
          </div>
          <StartAgain />
        </>
      ) : (
        <Choices start={start} />
      )}
    </FrontPanel>
  )
}

function Choices({ start }: { readonly start: Extract<Start, { readonly stage: 'waiting' }> }) {
  const { reason, keychain, hasVault } = start
  return (
    <>
      <h1>{t(hasVault ? 'start.titleVault' : 'start.title')}</h1>
      {reason === 'passphrase' ? (
        <p className={styles.intro}>{t('start.reason.passphrase')}</p>
      ) : (
        <div className={styles.banner}>
          <Banner kind="warning">{t(`start.reason.${reason}`, { keychain })}</Banner>
        </div>
      )}
      {!hasVault && <TryKeychain />}
      <section className={styles.choice}>
        {!hasVault && (
          <>
            <h2>{t('start.orPassphrase')}</h2>
            <p className={styles.facts}>{t('start.vaultFacts')}</p>
          </>
        )}
        <PassphraseForm key={String(hasVault)} isNew={!hasVault} />
      </section>
      <UseMemory />
    </>
  )
}

function StartAgain() {
  const { mutate } = useCommand('start:choose-again')
  const ref = useFirstFocus<HTMLButtonElement>()
  return (
    <Button kind="primary" ref={ref} onClick={() => mutate({})}>
      {t('start.startAgain')}
    </Button>
  )
}

function TryKeychain() {
  const { mutate, isPending } = useCommand('start:try-keychain')
  const ref = useFirstFocus<HTMLButtonElement>()
  return (
    <Button kind="primary" ref={ref} aria-disabled={isPending} onClick={() => !isPending && mutate({})}>
      {t(isPending ? 'start.trying' : 'start.tryKeychain')}
    </Button>
  )
}

function UseMemory() {
  const { mutate } = useCommand('start:use-memory')
  return (
    <section className={styles.choice}>
      <h2>{t('start.orMemory')}</h2>
      <p className={styles.facts}>{t('start.useMemoryFacts')}</p>
      <Button onClick={() => mutate({})}>{t('start.useMemory')}</Button>
    </section>
  )
}
