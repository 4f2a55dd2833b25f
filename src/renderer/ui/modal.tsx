import type { ReactNode } from 'react'
import { Dialog, ModalOverlay, Modal as ModalPanel } from 'react-aria-components'
import styles from './modal.module.css'

interface ModalProps {
  readonly label: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Whether what it holds takes Esc itself. */
  readonly hasOwnEscape?: boolean
  /** Whether a click beside it closes it: only where nothing typed would be lost. */
  readonly isLeftByClick?: boolean
  readonly children: ReactNode
}

/** A dialog over the page: focus stays in it and goes back where it was; Esc closes. */
export function Modal(props: ModalProps) {
  const { label, isOpen, onClose, hasOwnEscape = false, isLeftByClick = false, children } = props
  return (
    <ModalOverlay
      className={styles.backdrop ?? ''}
      isOpen={isOpen}
      isDismissable={isLeftByClick}
      isKeyboardDismissDisabled={hasOwnEscape}
      onOpenChange={(isStillOpen) => !isStillOpen && onClose()}
    >
      <ModalPanel className={styles.panel ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={label}>
          {children}
        </Dialog>
      </ModalPanel>
    </ModalOverlay>
  )
}
