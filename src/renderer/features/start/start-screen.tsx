import { KeyRound } from 'lucide-react'
import type { Start } from '../../../shared/domain/start.ts'
import { useCommand } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button } from '../../ui/index.ts'
import styles from './start-screen.module.css'

interface StartScreenProps {
  readonly start: Extract<Start, { readonly stage: 'waiting' | 'failed' }>
}

/** What has to be settled before the app can start. */
export function StartScreen({ start }: StartScreenProps) {
  const tryKeychain = useCommand('start:try-keychain')
  const useMemory = useCommand('start:use-memory')
  if (start.stage === 'failed') {
    return <Banner kind="error">{t('start.failed', { message: start.message })}</Banner>
  }
  return (
    <main className={styles.screen}>
      <div className={styles.panel}>
        <span className={styles.mark} aria-hidden="true">
          <KeyRound size={22} />
        </span>
        <h1>{t('start.title')}</h1>
        <p className={styles.intro}>{t(`start.reason.${start.reason}`, { keychain: start.keychain })}</p>
        <Button kind="primary" aria-disabled={tryKeychain.isPending} onClick={() => tryKeychain.mutate({})}>
          {t('start.tryKeychain')}
        </Button>
        <Button onClick={() => useMemory.mutate({})}>{t('start.useMemory')}</Button>
        <p className={styles.intro}>{t('start.useMemoryFacts')}</p>
      </div>
    </main>
  )
}
