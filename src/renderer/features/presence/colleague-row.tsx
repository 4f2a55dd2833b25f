import { Phone } from 'lucide-react'
import { GridListItem, Button as PressButton } from 'react-aria-components'
import type { Colleague } from '../../../shared/domain/presence.ts'
import { t } from '../../text/text.ts'
import { Timer } from '../../time/index.ts'
import { Avatar, NameText, NumberText } from '../../ui/index.ts'
import styles from './colleague-row.module.css'
import { availabilityOf, dotOf, wordOf } from './describe-colleague.ts'

interface ColleagueRowProps {
  readonly id: string
  readonly colleague: Colleague
  /** Whether the state is only what was last known. */
  readonly isStale: boolean
  readonly onCall: () => void
}

/** A colleague on the board. The button is react-aria's, so that the grid's arrow keys reach it. */
export function ColleagueRow({ id, colleague, isStale, onCall }: ColleagueRowProps) {
  const availability = availabilityOf(colleague)
  const word = wordOf(colleague)
  const call = colleague.calls?.[0]
  return (
    <GridListItem id={id} className={styles.row ?? ''} textValue={colleague.name} onAction={onCall}>
      <span className={styles.who} data-stale={isStale || undefined}>
        <Avatar name={colleague.name} dot={isStale ? 'unknown' : dotOf[availability]} />
        <NameText className={styles.name}>{colleague.name}</NameText>
        {colleague.isMe && <span className={styles.you}>{t('presence.you')}</span>}
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
      {colleague.isMe ? (
        <span />
      ) : (
        <PressButton
          className={styles.call ?? ''}
          aria-label={t('presence.call', { name: colleague.name })}
          onPress={onCall}
        >
          <Phone size={15} aria-hidden="true" />
        </PressButton>
      )}
    </GridListItem>
  )
}
