import { useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import type { MenuChoice } from './menu-button.tsx'
import styles from './popover.module.css'

/** A point of the window. */
export interface MenuPlace {
  readonly x: number
  readonly y: number
}

interface ContextMenuProps<T extends string> {
  readonly label: string
  readonly at: MenuPlace
  readonly choices: readonly (MenuChoice<T> & {
    /** The key that does the same without the menu. */
    readonly keyHint?: string
  })[]
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
        <Menu
          className={styles.menu ?? ''}
          aria-label={label}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens takes the focus
          autoFocus="first"
          onClose={onClose}
          onAction={(key) => {
            const chosen = choices.find(({ id }) => id === key)
            if (chosen) onChoose(chosen.id)
          }}
        >
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              textValue={choice.label}
              className={styles.item ?? ''}
              data-danger={choice.isDanger || undefined}
            >
              {choice.label}
              {choice.keyHint !== undefined && (
                <kbd className={styles.keyHint} aria-hidden="true">
                  {choice.keyHint}
                </kbd>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  )
}
