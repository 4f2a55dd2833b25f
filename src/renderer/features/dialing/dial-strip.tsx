import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { DialConfirmation } from './dial-confirmation.tsx'
import styles from './dial-strip.module.css'

/** The confirmation of a dial in a window of its own, which the main process shows and puts away. */
export function DialStrip() {
  const dial = useRequest('dialing:get-dial', {}).data ?? null
  return (
    <main className={styles.strip} aria-label={t('dialing.title')}>
      {dial && <DialConfirmation key={dial.id} dial={dial} onClose={() => {}} />}
    </main>
  )
}
