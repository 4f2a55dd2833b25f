import { SquarePen } from 'lucide-react'
import { CallList, HistoryMenu } from '../features/calls/index.ts'
import { ThreadList } from '../features/messages/index.ts'
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
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h1>{t(isMessages ? 'messages.label' : 'calls.label')}</h1>
        {isMessages ? (
          <IconButton
            label={t('messages.compose')}
            icon={<SquarePen size={16} />}
            onClick={() => onGo({ screen: 'new-message' })}
          />
        ) : (
          <HistoryMenu />
        )}
      </header>
      {isMessages ? (
        <ThreadList
          selectedId={place.screen === 'messages' ? place.threadId : null}
          onOpen={({ id }) => onGo({ screen: 'messages', threadId: id })}
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
