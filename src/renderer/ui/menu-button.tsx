import type { ReactNode } from 'react'
import { MenuTrigger, Popover, Button as PressButton } from 'react-aria-components'
import buttonStyles from './button.module.css'
import { ChoiceMenu, type MenuChoice } from './choice-menu.tsx'
import styles from './popover.module.css'

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
        <ChoiceMenu label={label} choices={choices} onChoose={onChoose} />
      </Popover>
    </MenuTrigger>
  )
}
