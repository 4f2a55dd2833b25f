import { Menu, MenuItem } from 'react-aria-components'
import styles from './popover.module.css'

/** One thing a menu offers. */
export interface MenuChoice<T extends string> {
  readonly id: T
  readonly label: string
  readonly isDanger?: boolean
  /** The key that does the same without the menu. */
  readonly keyHint?: string
}

interface ChoiceMenuProps<T extends string> {
  readonly label: string
  readonly choices: readonly MenuChoice<T>[]
  readonly onChoose: (id: T) => void
  /** Where no trigger is there to do it, it takes the focus itself and says when it is left. */
  readonly onClose?: () => void
}

/** What a menu offers, in its popover. */
export function ChoiceMenu<T extends string>({ label, choices, onChoose, onClose }: ChoiceMenuProps<T>) {
  return (
    <Menu
      className={styles.menu ?? ''}
      aria-label={label}
      {...(onClose && { autoFocus: 'first', onClose })}
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
  )
}
