import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Modal } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { DialConfirmation } from './dial-confirmation.tsx'
import styles from './dial-dialog.module.css'

/**
 * The confirmation of a dial over the page, for the host that has no window of its own for it. That it was cancelled is said beside
 * it: by then the page has the keyboard again.
 */
export function DialDialog() {
  const dial = useRequest('dialing:get-dial', {}).data ?? null
  const closedDialId = useUiState((ui) => ui.closedDialId)
  const closeDial = useUiState((ui) => ui.closeDial)
  const isOpen = dial !== null && dial.state !== 'cancelled' && dial.id !== closedDialId

  return (
    <>
      <Modal
        label={t('dialing.title')}
        isOpen={isOpen}
        hasOwnEscape
        onClose={() => dial && closeDial(dial.id)}
      >
        {dial && <DialConfirmation key={dial.id} dial={dial} onClose={() => closeDial(dial.id)} />}
      </Modal>
      {/* So marked the dialog, while it is open, does not hide it from a screen reader: it must have stood there empty to be read. */}
      <output data-live-announcer className={styles.afterwards}>
        {dial?.state === 'cancelled' && <span className={styles.note}>{t('dialing.cancelled')}</span>}
      </output>
    </>
  )
}
