import type { ReactNode } from 'react'
import { Dialog, ModalOverlay, Modal as ModalPanel } from 'react-aria-components'
import styles from './modal.module.css'

interface ModalProps {
  readonly label: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Whether what it holds takes Esc itself. */
  readonly hasOwnEscape?: boolean
  readonly children: ReactNode
}

/** A dialog over the page: focus stays in it and goes back where it was; Esc closes. */
export function Modal({ label, isOpen, onClose, hasOwnEscape = false, children }: ModalProps) {
  return (
    <ModalOverlay
      className={styles.backdrop ?? ''}
      isOpen={isOpen}
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
