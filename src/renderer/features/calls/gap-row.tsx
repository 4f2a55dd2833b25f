import type { Gap } from '../../../shared/domain/gap.ts'
import { t } from '../../text/text.ts'
import { formatSpan, useNow, useTimeZone } from '../../time/index.ts'
import styles from './gap-row.module.css'

/** A time in which the app could not hear: calls of then are not in the list. */
export function GapRow({ gap: { fromMs, toMs, reason } }: { readonly gap: Gap }) {
  const timeZone = useTimeZone()
  const nowMs = useNow(60_000)
  return (
    <div className={styles.gap} title={t('calls.gapWhy')}>
      <span className={styles.words}>
        {t('calls.gap')} <span data-digits>{formatSpan(fromMs, toMs, nowMs, timeZone)}</span>
        {reason !== null && t('calls.gapReason', { reason })}
      </span>
    </div>
  )
}
