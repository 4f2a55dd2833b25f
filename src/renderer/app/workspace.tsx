import type { Host, Session } from '../../shared/domain/session.ts'
import { DiagnosticsPane } from '../features/diagnostics/index.ts'
import { DialBar, DialDialog } from '../features/dialing/index.ts'
import { EventList, EventReadingPane } from '../features/events/index.ts'
import { Palette } from '../features/palette/index.ts'
import { PopupOverlay } from '../features/popup/index.ts'
import { TeamBoard } from '../features/presence/index.ts'
import { QueuesBoard } from '../features/queues/index.ts'
import { ReachBanner, ReachScreen } from '../features/reach/index.ts'
import { SettingsScreen } from '../features/settings/index.ts'
import { ContactsDetailPane, ContactsListPane, isAtContacts } from './contacts-panes.tsx'
import { DetailPane } from './detail-pane.tsx'
import { ListPane } from './list-pane.tsx'
import { startOf, usePlace } from './places.ts'
import { Rail } from './rail.tsx'
import { RebuildBanner } from './rebuild-banner.tsx'
import { StatusFoot } from './status-foot.tsx'
import styles from './workspace.module.css'

interface WorkspaceProps {
  readonly host: Host
  readonly session: Extract<Session, { status: 'signed-in' }>
}

/** Rail, list, person, status: what someone signed in works with. */
export function Workspace({ host, session }: WorkspaceProps) {
  const [place, go] = usePlace()
  const isDetailOpen = !(
    (place.screen === 'calls' && place.callId === null) ||
    (place.screen === 'messages' && place.threadId === null) ||
    (place.screen === 'contacts' && place.contactId === null) ||
    (place.screen === 'events' && place.seq === null)
  )
  return (
    <div className={styles.workspace}>
      <Rail place={place} onGo={go} />
      <div className={styles.page}>
        {place.screen !== 'reach' && <ReachBanner onShow={(part) => go({ screen: 'reach', part })} />}
        <RebuildBanner />
        <main className={styles.main} data-detail={isDetailOpen || undefined}>
          {place.screen === 'settings' ? (
            <SettingsScreen host={host} session={session} />
          ) : place.screen === 'reach' ? (
            <ReachScreen part={place.part} onBack={() => go({ screen: 'settings' })} />
          ) : place.screen === 'diagnostics' ? (
            <DiagnosticsPane onBack={() => go({ screen: 'reach', part: null })} />
          ) : place.screen === 'team' ? (
            <div className={styles.boardWithBar}>
              <DialBar />
              <TeamBoard />
            </div>
          ) : place.screen === 'queues' ? (
            <div className={styles.boardWithBar}>
              <DialBar />
              <QueuesBoard />
            </div>
          ) : isAtContacts(place) ? (
            <>
              <div className={styles.list}>
                <DialBar />
                <ContactsListPane place={place} onGo={go} />
              </div>
              <div className={styles.detail}>
                <ContactsDetailPane place={place} onGo={go} />
              </div>
            </>
          ) : place.screen === 'events' ? (
            <>
              <div className={styles.list}>
                <EventList
                  selectedSeq={place.seq}
                  onOpen={({ seq }) => go({ screen: 'events', seq })}
                  onBack={() => go({ screen: 'settings' })}
                />
              </div>
              <div className={styles.detail}>
                <EventReadingPane seq={place.seq} onBack={() => go({ screen: 'events', seq: null })} />
              </div>
            </>
          ) : (
            <>
              <div className={styles.list}>
                <DialBar />
                <ListPane place={place} onGo={go} />
              </div>
              <div className={styles.detail}>
                <DetailPane place={place} onGo={go} />
              </div>
            </>
          )}
        </main>
      </div>
      <StatusFoot host={host} session={session} onShowReach={() => go({ screen: 'reach', part: null })} />
      <Palette
        onGo={(target) => go(startOf[target])}
        onOpenPerson={(address) => go({ screen: 'person', address })}
      />
      {host.name === 'browser' && <DialDialog />}
      {!host.hasPopupWindow && <PopupOverlay />}
    </div>
  )
}
