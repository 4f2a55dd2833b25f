import { useEffect, useRef } from 'react'
import type { DialCandidate } from '../../../shared/domain/dialing.ts'
import { t } from '../../text/text.ts'
import { NumberText } from '../../ui/index.ts'
import styles from './dial-candidates.module.css'

interface DialCandidatesProps {
  readonly candidates: readonly DialCandidate[]
  readonly index: number
  /** Whether nothing can be chosen any more: the list stays where it is, so that nothing moves. */
  readonly isFrozen: boolean
  readonly onChoose: (index: number) => void
}

/** The numbers found in the text; exactly one of them is dialed. */
export function DialCandidates({ candidates, index, isFrozen, onChoose }: DialCandidatesProps) {
  const list = useRef<HTMLFieldSetElement>(null)

  useEffect(() => {
    list.current?.querySelectorAll('label')[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])

  return (
    <fieldset ref={list} className={styles.candidates} disabled={isFrozen}>
      <legend className={styles.legend}>{t('dialing.candidates')}</legend>
      {candidates.map((candidate, at) => (
        <label key={`${candidate.address} ${candidate.extensionByHand ?? ''}`} className={styles.candidate}>
          <input type="radio" name="candidate" checked={at === index} onChange={() => onChoose(at)} />
          <NumberText>{candidate.display}</NumberText>
          {candidate.extensionByHand !== null && (
            <span className={styles.byHand}>
              {t('dialing.thenByHand', { extension: candidate.extensionByHand })}
            </span>
          )}
          <bdi className={styles.name}>{candidate.name}</bdi>
        </label>
      ))}
    </fieldset>
  )
}
