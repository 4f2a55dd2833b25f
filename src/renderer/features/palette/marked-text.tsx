import { classNames } from '../../ui/class-names.ts'
import styles from './marked-text.module.css'
import { splitMatches } from './split-matches.ts'

interface MarkedTextProps {
  readonly children: string
  /** What was looked for. */
  readonly query: string
  readonly className?: string | undefined
  /** Whether it is a number: never broken, always left to right. */
  readonly isNumber?: boolean
}

/** A text on one line, with what was looked for marked in it. */
export function MarkedText({ children, query, className, isNumber = false }: MarkedTextProps) {
  return (
    <bdi
      className={classNames(styles.text, className)}
      title={children}
      {...(isNumber ? { dir: 'ltr', 'data-digits': true } : {})}
    >
      {splitMatches(children, query).map(({ at, text, isMatch }) =>
        isMatch ? <mark key={at}>{text}</mark> : text
      )}
    </bdi>
  )
}
