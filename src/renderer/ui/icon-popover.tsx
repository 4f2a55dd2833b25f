import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover, Button as PressButton } from 'react-aria-components'
import buttonStyles from './button.module.css'
import styles from './popover.module.css'

interface IconPopoverProps {
  readonly label: string
  readonly icon: ReactNode
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly children: ReactNode
}

/** A button that is only an icon and opens a small panel, which what it holds can close. */
export function IconPopover({ label, icon, isOpen, onOpenChange, children }: IconPopoverProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <span title={label}>
        <PressButton className={buttonStyles.icon ?? ''} aria-label={label}>
          {icon}
        </PressButton>
      </span>
      <Popover className={styles.popover ?? ''} placement="top start" offset={4}>
        <Dialog className={styles.panel ?? ''} aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
