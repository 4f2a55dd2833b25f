import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover, Button as PressButton } from 'react-aria-components'
import buttonStyles from './button.module.css'
import styles from './popover.module.css'

/** One thing a menu offers. */
export interface MenuChoice<T extends string> {
  readonly id: T
  readonly label: string
  readonly isDanger?: boolean
}

interface MenuButtonProps<T extends string> {
  readonly label: string
  readonly icon: ReactNode
  readonly choices: readonly MenuChoice<T>[]
  readonly onChoose: (id: T) => void
  readonly placement?: 'bottom end' | 'top start'
}

/** A button that is only an icon and opens a menu. */
export function MenuButton<T extends string>(props: MenuButtonProps<T>) {
  const { label, icon, choices, onChoose, placement = 'bottom end' } = props
  return (
    <MenuTrigger>
      <span title={label}>
        <PressButton className={buttonStyles.icon ?? ''} aria-label={label}>
          {icon}
        </PressButton>
      </span>
      <Popover className={styles.popover ?? ''} placement={placement} offset={4}>
        <Menu
          className={styles.menu ?? ''}
          aria-label={label}
          onAction={(key) => {
            const chosen = choices.find(({ id }) => id === key)
            if (chosen) onChoose(chosen.id)
          }}
        >
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              className={styles.item ?? ''}
              data-danger={choice.isDanger || undefined}
            >
              {choice.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
