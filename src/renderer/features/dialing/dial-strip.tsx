import { useRef } from 'react'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { useFitHeight } from '../../ui/index.ts'
import { DialConfirmation } from './dial-confirmation.tsx'
import styles from './dial-strip.module.css'

/** The confirmation of a dial in a window of its own, which the main process shows and puts away, and which is told how tall it is. */
export function DialStrip() {
  const bridge = useBridge()
  const strip = useRef<HTMLElement>(null)
  const dial = useRequest('dialing:get-dial', {}).data ?? null
  useFitHeight(strip, (heightPx) => {
    // Empty it is not seen. The next change of height tells it again.
    if (dial) bridge.request('dialing:fit-height', { heightPx }).catch(() => {})
  })
  return (
    <main ref={strip} className={styles.strip} aria-label={t('dialing.title')}>
      {dial && <DialConfirmation key={dial.id} dial={dial} onClose={() => {}} />}
    </main>
  )
}
