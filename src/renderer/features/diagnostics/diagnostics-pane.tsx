import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { IconButton, Loaded, useIsLookedAt } from '../../ui/index.ts'
import { ApiCallsView } from './api-calls-view.tsx'
import { BundleView } from './bundle-view.tsx'
import styles from './diagnostics-pane.module.css'
import { RequestsView } from './requests-view.tsx'
import { VersionsView } from './versions-view.tsx'

const views = ['requests', 'apiCalls', 'versions', 'bundle'] as const
type View = (typeof views)[number]

const everyMs = 2_000

/** What somebody needs to see who helps with this app, asked anew while it is looked at. */
export function DiagnosticsPane({ onBack }: { readonly onBack: () => void }) {
  const [view, setView] = useState<View>('requests')
  const isLookedAt = useIsLookedAt()
  const query = useRequest(
    'diagnostics:get-diagnostics',
    {},
    { shouldAskAgain: true, ...(isLookedAt && { everyMs }) }
  )
  return (
    <section className={styles.pane} aria-label={t('diagnostics.title')}>
      <header className={styles.header}>
        <IconButton label={t('app.back')} icon={<ArrowLeft size={18} />} onClick={onBack} />
        <h1>{t('diagnostics.title')}</h1>
      </header>
      <nav className={styles.views} aria-label={t('diagnostics.views')}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === view ? 'page' : undefined}
            onClick={() => setView(each)}
          >
            {t(`diagnostics.view.${each}`)}
          </button>
        ))}
      </nav>
      <div className={styles.body}>
        {view === 'bundle' ? (
          <BundleView />
        ) : (
          <Loaded query={query}>
            {({ requests, apiCalls, versions }) =>
              view === 'requests' ? (
                <RequestsView requests={requests} />
              ) : view === 'apiCalls' ? (
                <ApiCallsView calls={apiCalls} />
              ) : (
                <VersionsView versions={versions} />
              )
            }
          </Loaded>
        )}
      </div>
    </section>
  )
}
