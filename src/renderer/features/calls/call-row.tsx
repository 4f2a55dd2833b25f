import { memo } from 'react'
import { type Call, isOver } from '../../../shared/domain/call.ts'
import { t } from '../../text/text.ts'
import { Moment, Timer } from '../../time/index.ts'
import { HiddenText, PartyName } from '../../ui/index.ts'
import { CallIcon } from './call-icon.tsx'
import styles from './call-row.module.css'
import { describeCall, doorOf } from './describe-call.ts'
import { SeenMark } from './seen-mark.tsx'
import { TalkTime } from './talk-time.tsx'

/** A call in the list: who, what became of it, by which door, what was said of it, when. */
export const CallRow = memo(function CallRow({ call }: { readonly call: Call }) {
  const { word, tone } = describeCall(call)
  const isRunning = !isOver(call.state)
  // One line is shown, so what would never be seen of a long note need not be laid out.
  const note = call.note === null ? null : t('calls.quoted', { note: call.note.slice(0, 120).trim() })
  // Stands first, so that a long name does not push it out of the row.
  const seen = call.isSeenOnly ? [t('calls.seenOnly')] : []
  // What was said of it is worth more than the door, where there is not room for both.
  const further = [call.outcome, note, doorOf(call)].filter((it) => it !== null)
  return (
    <div
      className={styles.row}
      data-running={isRunning || undefined}
      data-unread={call.isUnread || undefined}
    >
      <CallIcon call={call} />
      <PartyName party={call.other} className={styles.name} />
      <span className={styles.when}>
        {isRunning ? (
          <Timer sinceMs={call.answeredAtMs ?? call.startedAtMs} />
        ) : (
          <Moment atMs={call.startedAtMs} />
        )}
      </span>
      {call.isUnread && (
        <span className={styles.unread}>
          <HiddenText>{t('calls.unread')}</HiddenText>
        </span>
      )}
      <span className={styles.detail} data-tone={tone} title={[...seen, word, ...further].join(' · ')}>
        <SeenMark call={call} />
        {seen.length > 0 && ' · '}
        <span className={styles.word}>{word}</span>
        {further.map((it, index) => (
          <bdi key={index}> · {it}</bdi>
        ))}
      </span>
      <TalkTime call={call} className={styles.duration} />
    </div>
  )
})
