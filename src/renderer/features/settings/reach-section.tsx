import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { CopyButton, Loaded } from '../../ui/index.ts'
import styles from './reach-section.module.css'
import { Row, Section } from './section.tsx'

const wordOfState = {
  listening: 'settings.reachListening',
  degraded: 'settings.reachDegraded',
  deaf: 'settings.reachDeaf'
} as const

/** How Voice360's events come here, and the address to enter in its portal. */
export function ReachSection() {
  const query = useRequest('reach:get-reach', {})
  return (
    <Section title={t('settings.reach')}>
      <Loaded query={query} rows={2}>
        {(reach) => (
          <>
            <Row label={t(wordOfState[reach.state])} {...(reach.reason ? { hint: reach.reason } : {})}>
              <span className={styles.events}>
                {reach.lastEventAtMs === null ? (
                  t('settings.noEvent')
                ) : (
                  <>
                    {t('settings.events', { count: reach.eventCount })} · {t('settings.lastEvent')}{' '}
                    <Moment atMs={reach.lastEventAtMs} />
                  </>
                )}
              </span>
            </Row>
            <div className={styles.address}>
              <p>{t('settings.reachIntro')}</p>
              {reach.webhookUrl === null ? (
                <p className={styles.none}>{t('settings.reachNone')}</p>
              ) : (
                <>
                  <p className={styles.url}>
                    <code title={reach.webhookUrl}>{reach.webhookUrl}</code>
                    <CopyButton text={reach.webhookUrl} label={t('app.copy')} />
                  </p>
                  <p className={styles.hint}>{t('settings.reachSecret')}</p>
                </>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Section>
  )
}
