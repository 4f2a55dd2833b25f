import type { Thread } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Avatar, HiddenText, nameOf, PartyName } from '../../ui/index.ts'
import { MessageStateMark } from './message-state.tsx'
import styles from './thread-row.module.css'

interface ThreadRowProps {
  readonly thread: Thread
  /** Whether the line is named, as with more than one of them. */
  readonly isLineShown: boolean
}

/** A thread in the list: with whom, by which line, the last word, what is unread. */
export function ThreadRow({ thread, isLineShown }: ThreadRowProps) {
  const { other, line, lastMessage, unreadCount } = thread
  const isOwn = lastMessage.direction === 'out'
  return (
    <div className={styles.row} data-unread={unreadCount > 0 || undefined}>
      <Avatar name={other.name} />
      <PartyName party={other} className={styles.name} />
      <span className={styles.when}>
        <Moment atMs={lastMessage.atMs} />
      </span>
      <span className={styles.body} dir="auto">
        {isOwn ? t('messages.you', { body: lastMessage.body }) : lastMessage.body}
      </span>
      <span className={styles.mark}>
        {unreadCount > 0 ? (
          <span className={styles.badge}>
            <span aria-hidden="true">{unreadCount}</span>
            <HiddenText>{t('rail.unread', { count: unreadCount })}</HiddenText>
          </span>
        ) : (
          isOwn && <MessageStateMark message={lastMessage} isCompact />
        )}
      </span>
      {isLineShown && <span className={styles.line}>{nameOf(line)}</span>}
    </div>
  )
}
