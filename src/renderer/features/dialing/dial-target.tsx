import type { DialCandidate } from '../../../shared/domain/dialing.ts'
import { t } from '../../text/text.ts'
import { NumberText, possibleNamesText } from '../../ui/index.ts'
import styles from './dial-target.module.css'

interface DialTargetProps {
  /** Names the element that a button may be described by. */
  readonly id: string
  readonly candidate: DialCandidate
}

/** Whom a dial would call: first what is sent, letter by letter. Choosing another is announced. */
export function DialTarget({ id, candidate }: DialTargetProps) {
  const { address, display, name, company, possibleNames } = candidate
  return (
    <p id={id} className={styles.target} aria-live="polite" aria-atomic="true">
      <span className={styles.sent}>
        <span className={styles.verb}>{t('dialing.title')}</span>{' '}
        <NumberText className={styles.address}>{address}</NumberText>
      </span>{' '}
      <span className={styles.who}>
        {display !== address && <NumberText>{display}</NumberText>}{' '}
        {name !== null && <bdi className={styles.name}>{name}</bdi>}{' '}
        {company !== null && <bdi className={styles.company}>{company}</bdi>}
        {possibleNames.length > 0 && <bdi className={styles.company}>{possibleNamesText(candidate)}</bdi>}
      </span>
    </p>
  )
}
