import { Archive, BellOff, Clock, ClockAlert, Ellipsis, type LucideIcon } from 'lucide-react'
import { memo } from 'react'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Avatar, HiddenText, nameOf, PartyName } from '../../ui/index.ts'
import { MessageStateMark } from './message-state.tsx'
import { shownText } from './shown-text.ts'
import styles from './thread-row.module.css'
import type { ListedThread } from './thread-rows.ts'

interface ThreadRowProps {
  readonly listed: ListedThread
  /** Whether the line is named, as with more than one of them. */
  readonly isLineShown: boolean
  /** Whether it stands open: what is written there need not be told here. */
  readonly isOpen: boolean
}

/** One line is shown, so what would never be seen of a long text need not be laid out. */
const shownLength = 200

/** A thread in the list: with whom, by which line, the last word or what waits to be sent, what is unread. */
export const ThreadRow = memo(function ThreadRow({ listed, isLineShown, isOpen }: ThreadRowProps) {
  const { thread, draft, scheduledCount, isHeld } = listed
  const { other, line, lastMessage, unreadCount, isMuted, isArchived } = thread
  const isOwn = lastMessage.direction === 'out'
  const waiting = { count: scheduledCount }
  return (
    <div className={styles.row} data-unread={(unreadCount > 0 && !isMuted) || undefined}>
      <Avatar name={other.name} />
      <PartyName party={other} className={styles.name} />
      <span className={styles.when}>
        {isArchived && <NamedIcon icon={Archive} name={t('threads.isArchived')} />}
        {isMuted && <NamedIcon icon={BellOff} name={t('threads.isMuted')} />}
        {scheduledCount > 0 && (
          <NamedIcon
            icon={isHeld ? ClockAlert : Clock}
            name={isHeld ? t('threads.held', waiting) : t('threads.scheduled', waiting)}
          />
        )}
        <Moment atMs={lastMessage.atMs} />
      </span>
      <span className={styles.body} dir="auto" data-draft={(draft !== null && !isOpen) || undefined}>
        {draft !== null && !isOpen ? t('threads.draft', { body: firstOf(draft) }) : lastWord(thread)}
      </span>
      <span className={styles.mark}>
        {unreadCount > 0 ? (
          <span className={styles.badge} data-muted={isMuted || undefined}>
            <span aria-hidden="true">{unreadCount}</span>
            <HiddenText>{t('rail.unread', { count: unreadCount })}</HiddenText>
          </span>
        ) : (
          isOwn && <MessageStateMark message={lastMessage} isCompact />
        )}
      </span>
      {isLineShown && <span className={styles.line}>{nameOf(line)}</span>}
      {/* For the mouse alone: the keyboard has the menu key, and a row of a list box may hold no button. */}
      <span className={styles.menu} data-row-menu aria-hidden="true">
        <Ellipsis size={16} />
      </span>
    </div>
  )
})

const firstOf = (text: string): string => shownText(text.slice(0, shownLength))

function lastWord({ lastMessage }: ListedThread['thread']): string {
  const body = firstOf(lastMessage.body)
  return lastMessage.direction === 'out' ? t('messages.you', { body }) : body
}

function NamedIcon({ icon: Icon, name }: { readonly icon: LucideIcon; readonly name: string }) {
  return (
    <span className={styles.icon} title={name}>
      <Icon size={13} aria-hidden="true" />
      <HiddenText>{name}</HiddenText>
    </span>
  )
}
