import { type ReactNode, useEffect, useState } from 'react'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { Host } from '../../shared/domain/session.ts'
import { useConnectionState, useRequest } from '../bridge/index.ts'
import { FirstStart, isNeverReached } from '../features/reach/index.ts'
import { SetupScreen } from '../features/setup/index.ts'
import { StartScreen } from '../features/start/index.ts'
import { t } from '../text/text.ts'
import { Banner, Loaded } from '../ui/index.ts'
import { keepFocus } from './keep-focus.ts'
import styles from './main-window.module.css'
import { useRequestedPlace } from './use-requested-place.ts'
import { Workspace } from './workspace.tsx'

/** The main window: what has to be settled before the app can start, else what the app is for. */
export function MainWindow() {
  useRequestedPlace()
  useEffect(() => keepFocus(document), [])
  const start = useRequest('start:get-start', {})
  const connection = useConnectionState()
  return (
    <div className={styles.window}>
      {connection === 'disconnected' && <Banner kind="warning">{t('app.stopped')}</Banner>}
      <div className={styles.content}>
        <Loaded query={start}>
          {(known) =>
            known.stage === 'waiting' || known.stage === 'failed' ? (
              <StartScreen start={known} />
            ) : (
              <Started />
            )
          }
        </Loaded>
      </div>
    </div>
  )
}

/** The first start until someone is signed in, then the workspace. */
function Started() {
  const host = useRequest('session:get-host', {})
  const session = useRequest('session:get-session', {})
  const [isFresh, setIsFresh] = useState(false)
  return (
    <Loaded query={host}>
      {(knownHost) => (
        <Loaded query={session}>
          {(known) =>
            known.status === 'signed-out' ? (
              <SignIn host={knownHost} reason={known.reason} onSignIn={() => setIsFresh(true)} />
            ) : (
              <FirstStartBefore isFresh={isFresh}>
                <Router hook={useHashLocation}>
                  <Workspace host={knownHost} session={known} />
                </Router>
              </FirstStartBefore>
            )
          }
        </Loaded>
      )}
    </Loaded>
  )
}

interface SignInProps {
  readonly host: Host
  readonly reason: string | null
  readonly onSignIn: () => void
}

function SignIn({ host, reason, onSignIn }: SignInProps) {
  const reach = useRequest('reach:get-reach', {}).data
  const isFirstStart = reach !== undefined && isNeverReached(reach)
  return <SetupScreen host={host} reason={reason} isFirstStart={isFirstStart} onSignIn={onSignIn} />
}

interface FirstStartBeforeProps {
  /** Whether someone signed in by this window's form, since it was opened. */
  readonly isFresh: boolean
  readonly children: ReactNode
}

/** The steps that follow the first sign-in, and then what there is to work with. */
function FirstStartBefore({ isFresh, children }: FirstStartBeforeProps) {
  const query = useRequest('reach:get-reach', {}, { isEnabled: isFresh })
  if (!isFresh) return children
  return <Loaded query={query}>{(reach) => <Steps isFirst={isNeverReached(reach)}>{children}</Steps>}</Loaded>
}

function Steps({ isFirst, children }: { readonly isFirst: boolean; readonly children: ReactNode }) {
  // Once begun it goes on, also after a way is chosen.
  const [isLeft, setIsLeft] = useState(!isFirst)
  return isLeft ? children : <FirstStart onDone={() => setIsLeft(true)} />
}
