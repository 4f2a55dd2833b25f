import { Contact, ListOrdered, type LucideIcon, MessageSquare, Phone, Settings, Users } from 'lucide-react'
import { useRequest } from '../bridge/index.ts'
import { t } from '../text/text.ts'
import { HiddenText } from '../ui/index.ts'
import { type Place, pathOf } from './places.ts'
import styles from './rail.module.css'

interface RailProps {
  readonly place: Place
  readonly onGo: (place: Place) => void
}

/** The sections, and how many missed calls and messages wait to be looked at. */
export function Rail({ place, onGo }: RailProps) {
  const missed = useRequest('calls:count-unread', {}).data?.count ?? 0
  const threads = useRequest('messages:list-threads', {}).data ?? []
  const unread = threads.reduce((sum, { unreadCount, isMuted }) => sum + (isMuted ? 0 : unreadCount), 0)
  const isAt = (...screens: readonly Place['screen'][]) => screens.includes(place.screen)
  const item = (
    label: string,
    Icon: LucideIcon,
    target: Place,
    isCurrent: boolean,
    badge = 0,
    badgeText = ''
  ) => (
    <li>
      <a
        href={`#${pathOf(target)}`}
        className={styles.item}
        aria-current={isCurrent ? 'page' : undefined}
        title={label}
        onClick={(event) => {
          event.preventDefault()
          onGo(target)
        }}
      >
        <Icon size={20} aria-hidden="true" />
        <HiddenText>{badge > 0 ? `${label}, ${badgeText}` : label}</HiddenText>
        {badge > 0 && (
          <span className={styles.badge} aria-hidden="true">
            {badge > 99 ? '99+' : badge}
          </span>
        )}
      </a>
    </li>
  )
  return (
    <nav className={styles.rail} aria-label={t('rail.label')}>
      <ul>
        {item(
          t('rail.calls'),
          Phone,
          { screen: 'calls', callId: null },
          isAt('calls', 'person'),
          missed,
          t('rail.missed', { count: missed })
        )}
        {item(
          t('rail.messages'),
          MessageSquare,
          { screen: 'messages', threadId: null },
          isAt('messages', 'new-message'),
          unread,
          t('rail.unread', { count: unread })
        )}
        {item(t('rail.team'), Users, { screen: 'team' }, isAt('team'))}
        {item(t('rail.queues'), ListOrdered, { screen: 'queues' }, isAt('queues'))}
        {item(
          t('rail.contacts'),
          Contact,
          { screen: 'contacts', contactId: null },
          isAt('contacts', 'new-contact', 'import-contacts', 'colleague')
        )}
        {item(
          t('rail.settings'),
          Settings,
          { screen: 'settings' },
          isAt('settings', 'events', 'reach', 'diagnostics')
        )}
      </ul>
    </nav>
  )
}
