import { CircleQuestionMark, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Dial, DialCandidate, DialCaution } from '../../../shared/domain/dialing.ts'
import { t } from '../../text/text.ts'
import { type Cautions, cautionsOf } from './cautions-of.ts'
import styles from './dial-cautions.module.css'

interface DialCautionsProps {
  /** Names the element that a button may be described by. */
  readonly id: string
  readonly dial: Dial
  /** Null where nothing can be dialed: then only what concerns the dial as a whole is said. */
  readonly candidate: DialCandidate | null
}

/**
 * What is to be known before the call; once it was confirmed in spite of that, the question whether it is meant. Both are announced,
 * the question at once.
 */
export function DialCautions({ id, dial, candidate }: DialCautionsProps) {
  const { toAgree, told, isAsked } = candidate ? cautionsOf(dial, candidate) : none
  return (
    <div id={id} className={styles.cautions}>
      <div aria-live="polite">
        {!isAsked && toAgree.length > 0 && (
          <Warnings icon={<TriangleAlert size={16} aria-hidden="true" />} cautions={toAgree} />
        )}
      </div>
      {isAsked && (
        <div role="alert">
          <Warnings
            icon={<CircleQuestionMark size={16} aria-hidden="true" />}
            cautions={toAgree}
            question={t('dialing.callAnywayQuestion')}
          />
        </div>
      )}
      <div aria-live="polite">
        {told.map(({ kind, text }) => (
          <Told key={kind}>{text}</Told>
        ))}
        {dial.leftOutCount > 0 && <Told>{t('dialing.leftOut', { count: dial.leftOutCount })}</Told>}
      </div>
    </div>
  )
}

const none: Cautions = { toAgree: [], told: [], isAsked: false }

interface WarningsProps {
  readonly icon: ReactNode
  readonly cautions: readonly DialCaution[]
  /** What is asked after the last of them: on its line, so that nothing below moves. */
  readonly question?: string
}

function Warnings({ icon, cautions, question }: WarningsProps) {
  return (
    <div className={styles.warnings} data-asked={question !== undefined || undefined}>
      {cautions.map(({ kind, text }, at) => (
        <p key={kind} className={styles.warning}>
          {icon}
          <span className={styles.text}>
            {text}
            {at === cautions.length - 1 && question !== undefined && (
              <>
                {' '}
                <strong className={styles.question}>{question}</strong>
              </>
            )}
          </span>
        </p>
      ))}
    </div>
  )
}

function Told({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.told}>
      <Info size={16} aria-hidden="true" />
      <span className={styles.text}>{children}</span>
    </p>
  )
}
