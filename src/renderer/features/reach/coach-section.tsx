import { useState } from 'react'
import { type EventName, eventNames } from '../../../shared/domain/event-name.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import type { WebhookCoach } from '../../../shared/domain/webhook-coach.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Banner, HiddenText, Loaded, ProgressBar } from '../../ui/index.ts'
import { Section } from '../settings/index.ts'
import { CoachRow } from './coach-row.tsx'
import styles from './coach-section.module.css'
import { countArriving } from './remark-words.ts'
import { useOutcome } from './use-outcome.ts'
import { WebhookAddress } from './webhook-address.tsx'

/** What to enter in the portal, webhook by webhook, and how each does. */
export function CoachSection({ reach }: { readonly reach: Reach }) {
  const query = useRequest('reach:get-coach', {})
  return (
    <Section title={t('reach.coach.title')}>
      <div className={styles.intro}>
        <p>{t('reach.coach.how')}</p>
        <SameForAll reach={reach} />
      </div>
      <Loaded query={query} rows={eventNames.length}>
        {(coach) => <Coach coach={coach} webhookUrl={reach.webhookUrl} />}
      </Loaded>
    </Section>
  )
}

/** What every webhook has in common. */
function SameForAll({ reach: { webhookUrl, isPublic, state } }: { readonly reach: Reach }) {
  return (
    <>
      <dl className={styles.same} aria-label={t('reach.coach.sameForAll')}>
        <dt>{t('reach.coach.url')}</dt>
        <dd>
          {webhookUrl === null ? (
            t('reach.coach.noUrl')
          ) : (
            <>
              <WebhookAddress url={webhookUrl} />
              <span className={styles.hint}>{t('reach.coach.secret')}</span>
            </>
          )}
        </dd>
        <dt>{t('reach.coach.name')}</dt>
        <dd>{t('reach.coach.nameValue')}</dd>
        <dt>{t('reach.coach.method')}</dt>
        <dd>
          <code>POST</code>
        </dd>
        <dt>{t('reach.coach.retries')}</dt>
        <dd>
          <code>5</code>
        </dd>
      </dl>
      {webhookUrl !== null && !isPublic && state !== 'listening' && (
        <Banner kind="warning">{t('reach.coach.notPublic')}</Banner>
      )}
    </>
  )
}

interface CoachProps {
  readonly coach: WebhookCoach
  readonly webhookUrl: string | null
}

function Coach({ coach: { rows, unknownNames, canSendTest }, webhookUrl }: CoachProps) {
  const bridge = useBridge()
  const sending = useOutcome()
  const [said, setSaid] = useState('')
  const progress = t('reach.coach.progress', { count: countArriving(rows), total: rows.length })
  const sendTest = async (name: EventName) => {
    setSaid('')
    const isAsked = await sending.run(() => bridge.request('reach:send-test-event', { name }))
    if (isAsked) setSaid(t('reach.coach.sent', { name }))
  }
  return (
    <>
      <div className={styles.progress}>
        <p data-digits>{progress}</p>
        <ProgressBar label={progress} doneCount={countArriving(rows)} totalCount={rows.length} />
        <output>
          <HiddenText>{said}</HiddenText>
        </output>
      </div>
      {sending.problem !== null && (
        <Banner kind="error">{t('reach.coach.notSent', { reason: sending.problem })}</Banner>
      )}
      <table className={styles.table} aria-label={t('reach.coach.table')}>
        <thead>
          <tr>
            <th scope="col">{t('reach.coach.event')}</th>
            <th scope="col">{t('reach.coach.state')}</th>
            <th scope="col">{t('reach.coach.last')}</th>
            <th scope="col">{t('reach.coach.copy')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CoachRow
              key={row.name}
              row={row}
              webhookUrl={webhookUrl}
              {...(canSendTest && { onSendTest: () => void sendTest(row.name) })}
            />
          ))}
        </tbody>
      </table>
      {unknownNames.length > 0 && (
        <div className={styles.unknown}>
          <h3>{t('reach.coach.unknownNames')}</h3>
          <p className={styles.hint}>{t('reach.coach.unknownNamesHint')}</p>
          <ul>
            {unknownNames.map(({ name, count, lastAtMs }) => (
              <li key={name}>
                <code>{name}</code>
                <span className={styles.hint}>
                  {t('reach.coach.count', { count })}, <Moment atMs={lastAtMs} />
                </span>
              </li>
            ))}
          </ul>
          <a href="#/settings/events">{t('reach.coach.look')}</a>
        </div>
      )}
    </>
  )
}
