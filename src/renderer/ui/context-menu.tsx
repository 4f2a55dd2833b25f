import { useRef } from 'react'
import { Popover } from 'react-aria-components'
import { ChoiceMenu, type MenuChoice } from './choice-menu.tsx'
import styles from './popover.module.css'

/** A point of the window. */
export interface MenuPlace {
  readonly x: number
  readonly y: number
}

interface ContextMenuProps<T extends string> {
  readonly label: string
  readonly at: MenuPlace
  readonly choices: readonly MenuChoice<T>[]
  readonly onChoose: (id: T) => void
  readonly onClose: () => void
}

/** The menu of something in the page, opened where it was asked for. */
export function ContextMenu<T extends string>({
  label,
  at,
  choices,
  onChoose,
  onClose
}: ContextMenuProps<T>) {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} />
      <Popover
        className={styles.popover ?? ''}
        triggerRef={anchor}
        placement="bottom start"
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <ChoiceMenu label={label} choices={choices} onChoose={onChoose} onClose={onClose} />
      </Popover>
    </>
  )
}
