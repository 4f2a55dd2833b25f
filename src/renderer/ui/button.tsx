import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children' | 'type'> {
  readonly kind?: ButtonKind
  readonly type?: 'button' | 'submit'
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A button with a verb on it. */
export function Button({ kind = 'plain', type = 'button', icon, children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={classNames(styles.button, styles[kind])} {...rest}>
      {icon}
      <span className={styles.label}>{children}</span>
    </button>
  )
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children' | 'type'> {
  readonly label: string
  readonly icon: ReactNode
}

/** A button that is only an icon; `label` names it and is its tooltip. */
export function IconButton({ label, icon, ...rest }: IconButtonProps) {
  return (
    <button type="button" className={styles.icon} aria-label={label} title={label} {...rest}>
      {icon}
    </button>
  )
}
