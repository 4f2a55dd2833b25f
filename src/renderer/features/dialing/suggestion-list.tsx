/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events --
   the field above has the focus and the keys, as a combobox's does */
import { History, Star, Users } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import type { Party } from '../../../shared/domain/party.ts'
import { t } from '../../text/text.ts'
import { NameText, NumberText } from '../../ui/index.ts'
import styles from './suggestion-list.module.css'
import type { DialOffers } from './suggestions-for.ts'

interface SuggestionListProps {
  readonly id: string
  readonly offers: DialOffers
  /** Whether it pushes down what stands below instead of covering it. */
  readonly isInFlow: boolean
  /** The one that Enter chooses: reached by the arrows only, so that a pointer at rest changes nothing. */
  readonly active: Party | null
  readonly onChoose: (party: Party) => void
}

/** The id of a suggestion's element, which the field names as active. */
export const suggestionIdOf = (listId: string, { address }: Party): string =>
  `${listId}-${address.replace(/\s/gu, '_')}`

/** Favourites and the last called, to be dialed without typing; of what is typed also whoever else is known by it. */
export function SuggestionList(props: SuggestionListProps) {
  const { id, offers, isInFlow, active, onChoose } = props
  const activeId = active && suggestionIdOf(id, active)

  useEffect(() => {
    if (activeId !== null) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const group = (title: string, icon: ReactNode, parties: readonly Party[]) =>
    parties.length > 0 && (
      <div role="group" aria-label={title}>
        <div role="presentation" className={styles.title}>
          {icon}
          {title}
        </div>
        {parties.map((party) => (
          <div
            key={party.address}
            id={suggestionIdOf(id, party)}
            role="option"
            aria-selected={party === active}
            className={styles.option}
            onClick={() => onChoose(party)}
          >
            {party.name !== null && <NameText className={styles.name}>{party.name}</NameText>}
            <NumberText className={styles.number}>{party.display}</NumberText>
          </div>
        ))}
      </div>
    )

  return (
    <div
      id={id}
      role="listbox"
      aria-label={t('dialing.suggestions')}
      className={styles.list}
      data-in-flow={isInFlow || undefined}
      // The field keeps the focus, whatever is clicked.
      onMouseDown={(event) => event.preventDefault()}
    >
      {group(t('dialing.favourites'), <Star size={13} aria-hidden="true" />, offers.favourites)}
      {group(t('dialing.recent'), <History size={13} aria-hidden="true" />, offers.recent)}
      {group(t('dialing.people'), <Users size={13} aria-hidden="true" />, offers.people)}
    </div>
  )
}
