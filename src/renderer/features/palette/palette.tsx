import { t } from '../../text/text.ts'
import { Modal, useWindowKeyDown } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { PalettePanel } from './palette-panel.tsx'
import type { PaletteTarget } from './use-palette-actions.ts'

interface PaletteProps {
  readonly onGo: (target: PaletteTarget) => void
  readonly onOpenPerson: (address: string) => void
}

/** Search for everything and everyone, over the page: Ctrl or Cmd+K opens it, the same or Esc closes it. */
export function Palette({ onGo, onOpenPerson }: PaletteProps) {
  const isOpen = useUiState(({ paletteText }) => paletteText !== null)
  const setText = useUiState((ui) => ui.setPaletteText)
  const close = () => setText(null)

  useWindowKeyDown((event) => {
    if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey) return
    event.preventDefault()
    if (isOpen) close()
    // A question that waits for its answer is not covered by another.
    else if (document.querySelector('[role="dialog"], [role="alertdialog"]') === null) setText('')
  })

  return (
    <Modal label={t('palette.label')} isOpen={isOpen} isLeftByClick onClose={close}>
      <PalettePanel onGo={onGo} onOpenPerson={onOpenPerson} onClose={close} />
    </Modal>
  )
}
