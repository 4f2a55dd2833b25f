import type { Host, Session } from '../../../shared/domain/session.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Loaded } from '../../ui/index.ts'
import { AccountSection } from './account-section.tsx'
import { DataSection } from './data-section.tsx'
import { EventReadingSection } from './event-reading-section.tsx'
import { MessagesSection } from './messages-section.tsx'
import { PolicyBanners } from './policy-banners.tsx'
import { PreferenceSections } from './preference-sections.tsx'
import { ReachSection } from './reach-section.tsx'
import { SectionList } from './section-list.tsx'
import styles from './settings-screen.module.css'
import { SharingSection } from './sharing-section.tsx'
import { UpdatesSection } from './updates-section.tsx'

interface SettingsScreenProps {
  readonly host: Host
  readonly session: Extract<Session, { status: 'signed-in' }>
}

export function SettingsScreen({ host, session }: SettingsScreenProps) {
  const settings = useRequest('settings:get-settings', {})
  const policy = useRequest('policy:get-policy', {})
  return (
    <section className={styles.screen} aria-label={t('settings.title')}>
      <div className={styles.column}>
        <h1>{t('settings.title')}</h1>
        <SectionList />
        <div>
          <PolicyBanners />
          <AccountSection host={host} session={session} />
          <ReachSection />
          <Loaded query={policy}>
            {() => (
              <Loaded query={settings}>
                {() => (
                  <>
                    <PreferenceSections host={host} />
                    <MessagesSection />
                    <EventReadingSection />
                    <SharingSection />
                    <DataSection />
                    <UpdatesSection />
                  </>
                )}
              </Loaded>
            )}
          </Loaded>
        </div>
      </div>
    </section>
  )
}
