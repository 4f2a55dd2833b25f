import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover, Button as PressButton } from 'react-aria-components'
import styles from './popover.module.css'

interface PopoverButtonProps {
  readonly label: string
  readonly className?: string | undefined
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A button that opens a small panel below it; Esc or a click elsewhere closes it. */
export function PopoverButton({ label, className = '', icon, children }: PopoverButtonProps) {
  return (
    <DialogTrigger>
      <PressButton className={className}>
        {icon}
        {label}
      </PressButton>
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
        <Dialog className={styles.panel ?? ''} aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
