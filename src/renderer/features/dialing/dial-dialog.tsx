import { useEffect } from 'react'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Modal } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { DialConfirmation } from './dial-confirmation.tsx'

const placedShownMs = 6_000

/** The confirmation of a dial over the page, for the host that has no window of its own for it. */
export function DialDialog() {
  const dial = useRequest('dialing:get-dial', {}).data ?? null
  const closedDialId = useUiState((ui) => ui.closedDialId)
  const closeDial = useUiState((ui) => ui.closeDial)
  const isOpen = dial !== null && dial.state !== 'cancelled' && dial.id !== closedDialId
  // What is to be keyed in by hand is needed later than that.
  const isOverSoon = isOpen && dial.state === 'placed' && (dial.chosen?.extensionByHand ?? null) === null
  const placedId = isOverSoon ? dial.id : null

  useEffect(() => {
    if (placedId === null) return
    const timer = setTimeout(() => closeDial(placedId), placedShownMs)
    return () => clearTimeout(timer)
  }, [placedId, closeDial])

  return (
    <Modal label={t('dialing.title')} isOpen={isOpen} hasOwnEscape onClose={() => dial && closeDial(dial.id)}>
      {dial && <DialConfirmation key={dial.id} dial={dial} onClose={() => closeDial(dial.id)} />}
    </Modal>
  )
}
