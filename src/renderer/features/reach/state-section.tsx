import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import type { Reach } from '../../../shared/domain/reach.ts'
import { t } from '../../text/text.ts'
import { Moment, useNow, useTimeZone } from '../../time/index.ts'
import { Section } from '../settings/index.ts'
import { CheckRow } from './check-row.tsx'
import { NextTry } from './next-try.tsx'
import { reasonOf, stateText } from './reach-words.ts'
import styles from './state-section.module.css'
import { WayDiagram } from './way-diagram.tsx'

const iconOf = { listening: CircleCheck, degraded: CircleDashed, deaf: CircleAlert } as const

/** Whether calls get here, the whole way part by part, and the check of it. */
export function StateSection({ reach }: { readonly reach: Reach }) {
  const timeZone = useTimeZone()
  const nowMs = useNow(30_000)
  const Icon = iconOf[reach.state]
  const reason = reasonOf(reach)
  return (
    <Section title={t('reach.now')}>
      <div className={styles.state} data-state={reach.state}>
        <Icon size={20} aria-hidden="true" />
        <div className={styles.words}>
          <output>
            <strong>{t('reach.sentence', { text: stateText(reach, nowMs, timeZone) })}</strong>
            {reason !== null && <span className={styles.reason}>{reason}</span>}
          </output>
          <NextTry tunnel={reach.tunnel} />
          <p className={styles.events}>
            {reach.lastEventAtMs === null ? (
              t('reach.noEvent')
            ) : (
              <>
                {t('reach.events', { count: reach.eventCount })}, {t('reach.lastEvent')}{' '}
                <Moment atMs={reach.lastEventAtMs} />
              </>
            )}
          </p>
        </div>
      </div>
      <WayDiagram reach={reach} />
      {/* Without a public address there is nothing to check; whether the relay is there, it says itself. */}
      {reach.tunnel.kind !== 'none' && reach.tunnel.kind !== 'relay' && <CheckRow reach={reach} />}
    </Section>
  )
}
