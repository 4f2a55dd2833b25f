import { classNames } from './class-names.ts'
import styles from './name-text.module.css'

interface TextProps {
  readonly children: string
  readonly className?: string | undefined
}

/** A name or other free text on one line: clipped at the end, whole in its tooltip, isolated from its surroundings' direction. */
export function NameText({ children, className }: TextProps) {
  return (
    <bdi className={classNames(styles.name, className)} title={children}>
      {children}
    </bdi>
  )
}

/** A number of a person: never broken, always left to right. */
export function NumberText({ children, className }: TextProps) {
  return (
    <bdi dir="ltr" data-digits className={classNames(styles.number, className)} title={children}>
      {children}
    </bdi>
  )
}
