import type { BackupContents } from '../../../shared/domain/backup.ts'
import { t } from '../../text/text.ts'
import { formatDate, useNow, useTimeZone } from '../../time/index.ts'
import styles from './backup-dialog.module.css'

/** What is in a backup. */
export function BackupFacts({ contents }: { readonly contents: BackupContents }) {
  const nowMs = useNow(60_000)
  const timeZone = useTimeZone()
  const day = (atMs: number) => formatDate(atMs, nowMs, timeZone)
  const { madeAtMs, appVersion, accountId, callCount, messageCount, contactCount, fromMs, toMs } = contents
  const facts: readonly (readonly [string, string])[] = [
    [t('backup.madeAt'), `${day(madeAtMs)}, ${t('backup.madeBy', { version: appVersion })}`],
    [t('backup.account'), accountId === null ? t('backup.noAccount') : String(accountId)],
    [
      t('backup.holds'),
      [
        t('backup.calls', { count: callCount }),
        t('backup.messages', { count: messageCount }),
        t('backup.contacts', { count: contactCount })
      ].join(', ')
    ],
    [
      t('backup.span'),
      fromMs === null || toMs === null
        ? t('backup.nothingYet')
        : t('backup.until', { from: day(fromMs), to: day(toMs) })
    ]
  ]
  return (
    <dl className={styles.facts} data-digits>
      {facts.map(([name, value]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
