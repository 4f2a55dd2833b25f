import type { Host, Session } from '../../../shared/domain/session.ts'
import { useSettings } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Loaded } from '../../ui/index.ts'
import { AccountSection } from './account-section.tsx'
import { DataSection } from './data-section.tsx'
import { EventReadingSection } from './event-reading-section.tsx'
import { MessagesSection } from './messages-section.tsx'
import { PreferenceSections } from './preference-sections.tsx'
import { ReachSection } from './reach-section.tsx'
import styles from './settings-screen.module.css'

interface SettingsScreenProps {
  readonly host: Host
  readonly session: Extract<Session, { status: 'signed-in' }>
}

export function SettingsScreen({ host, session }: SettingsScreenProps) {
  const { query, problem, update } = useSettings()
  return (
    <section className={styles.screen} aria-label={t('settings.title')}>
      <div className={styles.column}>
        <h1>{t('settings.title')}</h1>
        {problem && <Banner kind="error">{t('settings.saveFailed', { reason: problem })}</Banner>}
        <AccountSection host={host} session={session} />
        <ReachSection />
        <Loaded query={query}>
          {(settings) => (
            <>
              <PreferenceSections host={host} settings={settings} onChange={update} />
              <MessagesSection settings={settings} onChange={update} />
              <EventReadingSection
                aliases={settings.fieldAliases}
                onChange={(fieldAliases) => update({ fieldAliases })}
              />
              <DataSection settings={settings} onChange={update} />
            </>
          )}
        </Loaded>
      </div>
    </section>
  )
}
