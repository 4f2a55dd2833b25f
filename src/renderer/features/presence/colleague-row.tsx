import { Bell, Phone, Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { GridListItem, Button as PressButton } from 'react-aria-components'
import type { Colleague } from '../../../shared/domain/presence.ts'
import { t } from '../../text/text.ts'
import { Timer } from '../../time/index.ts'
import { Avatar, HiddenText, NameText, NumberText } from '../../ui/index.ts'
import styles from './colleague-row.module.css'
import { availabilityOf, dotOf, wordOf } from './describe-colleague.ts'

interface ColleagueRowProps {
  readonly id: string
  readonly colleague: Colleague
  /** Whether the state is only what was last known. */
  readonly isStale: boolean
  readonly isFavourite: boolean
  /** Whether the user wants to be told when they are free. */
  readonly isWatched: boolean
  readonly isHidingWhom: boolean
  /** Whether it is a small card instead of a row. */
  readonly isCompact: boolean
  readonly menu: ReactNode
  readonly onCall: () => void
}

/** A colleague on the board. The button is react-aria's, so that the grid's arrow keys reach it. */
export function ColleagueRow(props: ColleagueRowProps) {
  const { id, colleague, isStale, isFavourite, isWatched, isHidingWhom, isCompact, menu, onCall } = props
  const availability = availabilityOf(colleague)
  const word = wordOf(colleague, isHidingWhom)
  const call = colleague.calls?.[0]
  return (
    <GridListItem
      id={id}
      className={(isCompact ? styles.card : styles.row) ?? ''}
      textValue={colleague.name}
      onAction={onCall}
    >
      <span className={styles.who} data-stale={isStale || undefined}>
        <Avatar name={colleague.name} dot={isStale ? 'unknown' : dotOf[availability]} />
        <NameText className={styles.name}>{colleague.name}</NameText>
        {colleague.isMe && <span className={styles.you}>{t('presence.you')}</span>}
        {isFavourite && (
          <Mark icon={<Star size={13} className={styles.favourite} />} label={t('presence.isFavourite')} />
        )}
        {isWatched && <Mark icon={<Bell size={13} />} label={t('presence.isWatched')} />}
      </span>
      <NumberText className={styles.extension}>{colleague.extension}</NumberText>
      <span className={styles.state} data-availability={isStale ? 'stale' : availability}>
        <NameText>{isStale ? t('presence.was', { state: word }) : word}</NameText>
        {call && !isStale && (
          <span className={styles.timer}>
            <Timer sinceMs={call.startedAtMs} />
          </span>
        )}
      </span>
      <span className={styles.buttons}>
        {!colleague.isMe && (
          <PressButton
            className={styles.call ?? ''}
            aria-label={t('presence.call', { name: colleague.name })}
            onPress={onCall}
          >
            <Phone size={15} aria-hidden="true" />
          </PressButton>
        )}
        {menu}
      </span>
    </GridListItem>
  )
}

function Mark({ icon, label }: { readonly icon: ReactNode; readonly label: string }) {
  return (
    <span className={styles.mark} title={label}>
      {icon}
      <HiddenText>{label}</HiddenText>
    </span>
  )
}
