import { Eye } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Party } from '../../../shared/domain/party.ts'
import { t } from '../../text/text.ts'
import { IconButton, NumberText, possibleNamesText } from '../../ui/index.ts'
import styles from './card-person.module.css'

interface CardNumberProps {
  readonly party: Party
  readonly reveal: ReactNode
}

/** The number of someone whose name stands above. */
export function CardNumber({ party, reveal }: CardNumberProps) {
  return (
    <span className={styles.number}>
      <NumberText>{party.display}</NumberText>
      {reveal}
    </span>
  )
}

/** Who it may be: several people whose numbers end alike. */
export function PossibleNames({ party }: { readonly party: Party }) {
  if (party.possibleNames.length === 0) return null
  return (
    <p className={styles.maybe} title={party.possibleNames.join('\n')}>
      <bdi>{possibleNamesText(party)}</bdi>
    </p>
  )
}

/** Shows what is masked for as long as it is pressed. */
export function Reveal({ onChange }: { readonly onChange: (isRevealed: boolean) => void }) {
  const isPress = ({ key }: KeyboardEvent) => key === ' ' || key === 'Enter'
  return (
    <IconButton
      label={t('popup.reveal')}
      icon={<Eye size={15} />}
      onPointerDown={(event) => {
        // So that it ends wherever the pointer is let go.
        event.currentTarget.setPointerCapture(event.pointerId)
        onChange(true)
      }}
      onLostPointerCapture={() => onChange(false)}
      onKeyDown={(event) => isPress(event) && onChange(true)}
      onKeyUp={() => onChange(false)}
      onBlur={() => onChange(false)}
    />
  )
}
