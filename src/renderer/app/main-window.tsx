import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useConnectionState, useRequest } from '../bridge/index.ts'
import { SetupScreen } from '../features/setup/index.ts'
import { t } from '../text/text.ts'
import { Banner, Loaded } from '../ui/index.ts'
import styles from './main-window.module.css'
import { useRequestedPlace } from './use-requested-place.ts'
import { Workspace } from './workspace.tsx'

/** The main window: the first start until someone is signed in, then the workspace. */
export function MainWindow() {
  useRequestedPlace()
  const host = useRequest('session:get-host', {})
  const session = useRequest('session:get-session', {})
  const connection = useConnectionState()
  return (
    <div className={styles.window}>
      {connection === 'disconnected' && <Banner kind="warning">{t('app.stopped')}</Banner>}
      <div className={styles.content}>
        <Loaded query={host}>
          {(knownHost) => (
            <Loaded query={session}>
              {(known) =>
                known.status === 'signed-out' ? (
                  <SetupScreen host={knownHost} reason={known.reason} />
                ) : (
                  <Router hook={useHashLocation}>
                    <Workspace host={knownHost} session={known} />
                  </Router>
                )
              }
            </Loaded>
          )}
        </Loaded>
      </div>
    </div>
  )
}
