import type { Party } from '../../../shared/domain/party.ts'
import { t } from '../../text/text.ts'
import { NumberText } from '../../ui/index.ts'
import styles from './dial-candidates.module.css'

interface DialCandidatesProps {
  readonly candidates: readonly Party[]
  readonly index: number
  readonly onChoose: (index: number) => void
}

/** The numbers found in the text; exactly one of them is dialed. */
export function DialCandidates({ candidates, index, onChoose }: DialCandidatesProps) {
  return (
    <fieldset className={styles.candidates}>
      <legend className={styles.legend}>{t('dialing.candidates')}</legend>
      {candidates.map((candidate, at) => (
        <label key={candidate.address} className={styles.candidate}>
          <input type="radio" name="candidate" checked={at === index} onChange={() => onChoose(at)} />
          <NumberText>{candidate.display}</NumberText>
          <bdi className={styles.name}>{candidate.name}</bdi>
        </label>
      ))}
    </fieldset>
  )
}
