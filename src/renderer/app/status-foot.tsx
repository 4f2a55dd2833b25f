import type { Host, Session } from '../../shared/domain/session.ts'
import { useRequest } from '../bridge/index.ts'
import { QuietControl } from '../features/quiet/index.ts'
import { reasonOf } from '../features/reach/index.ts'
import { t } from '../text/text.ts'
import { HiddenText } from '../ui/index.ts'
import styles from './status-foot.module.css'
import { UpdateChip } from './update-chip.tsx'

interface StatusFootProps {
  readonly host: Host
  readonly session: Extract<Session, { status: 'signed-in' }>
  readonly onShowReach: () => void
}

const budgetEveryMs = 15_000

/** What always has to be true: whether calls get here, who I am, what the keys allow. */
export function StatusFoot({ host, session, onShowReach }: StatusFootProps) {
  const reach = useRequest('reach:get-reach', {}).data
  const budget = useRequest('reach:get-rate-budget', {}, { everyMs: budgetEveryMs }).data
  const state = reach?.state ?? 'unknown'
  const reason = reach ? reasonOf(reach) : null
  return (
    <footer className={styles.foot} aria-label={t('status.label')}>
      <output className={styles.reach}>
        <button type="button" data-state={state} title={reason ?? t('reach.foot')} onClick={onShowReach}>
          <span className={styles.dot} aria-hidden="true" />
          <strong>{t(`status.${state}`)}</strong>
          {reason !== null && <span className={styles.reason}>{reason}</span>}
        </button>
      </output>
      {session.me && <span>{t('status.extension', { extension: session.me.extension })}</span>}
      {Object.keys(session.rejected).length > 0 ? (
        <strong className={styles.rejected}>{t('status.keyRejected')}</strong>
      ) : (
        <span>{wordOfKeys(session.keyKinds)}</span>
      )}
      {budget && (
        <span data-digits title={t(`status.rateLeft.${budget.subject}`, budget)}>
          {t('status.rate', { remaining: budget.remaining, limit: budget.limit })}
        </span>
      )}
      <QuietControl />
      {!host.isSecretStorePersistent && (
        <span className={styles.host} title={t('status.thisRunOnlyFacts')}>
          {t('status.thisRunOnly')}
          <HiddenText>{t('status.thisRunOnlyFacts')}</HiddenText>
        </span>
      )}
      <UpdateChip />
      {host.name === 'browser' && (
        <span className={styles.host} title={t('status.browserHostFacts')}>
          {t('status.browserHost')}
          <HiddenText>{t('status.browserHostFacts')}</HiddenText>
        </span>
      )}
    </footer>
  )
}

const wordOfKeys = (kinds: readonly string[]): string =>
  kinds.length > 1
    ? t('status.bothKeys')
    : t(kinds[0] === 'developer' ? 'status.developerKey' : 'status.userKey')
