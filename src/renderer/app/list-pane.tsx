import { SquarePen } from 'lucide-react'
import type { FoundText } from '../../shared/domain/search.ts'
import { useRequest } from '../bridge/index.ts'
import { CallList, HistoryMenu } from '../features/calls/index.ts'
import { ThreadList, ThreadsMenu } from '../features/messages/index.ts'
import { t } from '../text/text.ts'
import { IconButton } from '../ui/index.ts'
import styles from './list-pane.module.css'
import type { Place } from './places.ts'

interface PaneProps {
  readonly place: Place
  readonly onGo: (place: Place) => void
}

/** The list of the place: threads where messages are, else calls. */
export function ListPane({ place, onGo }: PaneProps) {
  const isMessages = place.screen === 'messages' || place.screen === 'new-message'
  const threads = useRequest('messages:list-threads', {}).data
  const openMessage = ({ party, id, atMs }: FoundText) => {
    const thread = threads?.find(({ other }) => other.address === party.address)
    onGo(
      thread
        ? { screen: 'messages', threadId: thread.id, message: { atMs, id } }
        : { screen: 'person', address: party.address }
    )
  }
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h1>{t(isMessages ? 'messages.label' : 'calls.label')}</h1>
        {isMessages ? (
          <span>
            <IconButton
              label={t('messages.compose')}
              icon={<SquarePen size={16} />}
              onClick={() => onGo({ screen: 'new-message' })}
            />
            <ThreadsMenu />
          </span>
        ) : (
          <HistoryMenu />
        )}
      </header>
      {isMessages ? (
        <ThreadList
          selectedId={place.screen === 'messages' ? place.threadId : null}
          onOpen={({ id }) => onGo({ screen: 'messages', threadId: id })}
          onOpenMessage={openMessage}
        />
      ) : (
        <CallList
          selectedId={place.screen === 'calls' ? place.callId : null}
          onOpen={({ id }) => onGo({ screen: 'calls', callId: id })}
        />
      )}
    </div>
  )
}
