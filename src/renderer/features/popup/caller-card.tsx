import { useState } from 'react'
import { maskedParty } from '../../../shared/domain/mask-digits.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { nameOf, PartyName } from '../../ui/index.ts'
import styles from './caller-card.module.css'
import { CardActions } from './card-actions.tsx'
import { CardHead } from './card-head.tsx'
import { CardLast } from './card-last.tsx'
import { CardNote } from './card-note.tsx'
import { CardNumber, PossibleNames, Reveal } from './card-person.tsx'
import { CardPlace } from './card-place.tsx'
import { canCallBack } from './describe-card.ts'
import { useArmed } from './use-armed.ts'
import { useKeyboard } from './use-keyboard.ts'

interface CallerCardProps {
  readonly card: PopupCard
  /** How many older cards there are: where this one stands. */
  readonly position: number
}

/** One caller. It turns and leaves by itself; its buttons do nothing until they have stood still for a moment. */
export function CallerCard({ card, position }: CallerCardProps) {
  const bridge = useBridge()
  const { takeFocus, giveFocusBack } = useKeyboard()
  const isMasking = useRequest('settings:get-settings', {}).data?.isMaskingDigits ?? false
  const [isRevealed, setIsRevealed] = useState(false)
  const { call, isHeld } = card
  const isMasked = isMasking && !isRevealed
  const other = isMasked ? maskedParty(call.other) : call.other
  // What is said of the card may not tell what it hides, nor change while it is looked at.
  const name = nameOf(isMasking ? maskedParty(call.other) : call.other)
  const isArmed = useArmed(`${call.id} ${canCallBack(call)} ${position}`)
  const hasDigits = call.other.kind === 'number' || call.other.kind === 'other'
  const reveal = isMasking && hasDigits ? <Reveal onChange={setIsRevealed} /> : null

  const hold = (isNowHeld: boolean) =>
    // Without a connection the note does not open, or stays open.
    void bridge.request('popup:hold-card', { callId: call.id, isHeld: isNowHeld }).catch(() => {})
  const openNote = () => {
    hold(true)
    takeFocus()
  }
  const closeNote = () => {
    hold(false)
    giveFocusBack()
  }

  return (
    // Focused by the hotkey, so that a screen reader begins here.
    <article className={styles.card} aria-label={name} tabIndex={-1}>
      <CardHead call={call} name={name} isArmed={isArmed} />
      <p className={styles.name}>
        <PartyName party={other} />
        {call.other.name === null && reveal}
      </p>
      <PossibleNames party={other} />
      {other.company !== null && <p className={styles.quiet}>{other.company}</p>}
      <p className={styles.number}>
        {other.name !== null && other.kind !== 'anonymous' && <CardNumber party={other} reveal={reveal} />}
        {card.place && <CardPlace place={card.place} />}
      </p>
      <CardLast card={card} />
      {isHeld && <CardNote call={call} name={name} onWrite={takeFocus} onClose={closeNote} />}
      <CardActions call={call} isArmed={isArmed} isNoteOpen={isHeld} onNote={openNote} />
    </article>
  )
}
