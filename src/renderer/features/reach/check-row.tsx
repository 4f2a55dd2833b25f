import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { Reach } from '../../../shared/domain/reach.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Moment } from '../../time/index.ts'
import { Button, HiddenText } from '../../ui/index.ts'
import styles from './state-section.module.css'
import { useOutcome } from './use-outcome.ts'

/** What the last check of the whole way told, and a check now. */
export function CheckRow({ reach }: { readonly reach: Reach }) {
  const bridge = useBridge()
  const [said, setSaid] = useState('')
  const asking = useOutcome()
  const isChecking = reach.isChecking || asking.isPending
  const checkNow = () => {
    setSaid('')
    void asking.run(async () => {
      const { check } = await bridge.request('reach:check-now', {})
      if (check) setSaid(saidOf(check))
      return { ok: true, value: null }
    })
  }
  return (
    <div className={styles.check}>
      <p aria-hidden={isChecking || undefined}>
        <LastCheck reach={reach} isChecking={isChecking} />
      </p>
      <Button
        icon={<RefreshCw size={15} aria-hidden="true" />}
        aria-disabled={isChecking}
        onClick={() => !isChecking && checkNow()}
      >
        {t('reach.check.now')}
      </Button>
      <output>
        <HiddenText>{isChecking ? t('reach.check.checking') : said}</HiddenText>
      </output>
      {asking.problem !== null && (
        <p className={styles.problem} role="alert">
          {asking.problem}
        </p>
      )}
    </div>
  )
}

function LastCheck({
  reach: { check },
  isChecking
}: {
  readonly reach: Reach
  readonly isChecking: boolean
}) {
  if (isChecking) return t('reach.check.checking')
  if (check === null) return t('reach.check.never')
  return (
    <>
      {check.isPassed ? t('reach.check.passed', { ms: Math.round(check.tookMs) }) : t('reach.check.failed')}{' '}
      <Moment atMs={check.atMs} />
      {check.reason !== null && <span className={styles.why}>{check.reason}</span>}
    </>
  )
}

const saidOf = ({ isPassed, tookMs, reason }: NonNullable<Reach['check']>): string =>
  isPassed
    ? t('reach.check.saidPassed', { ms: Math.round(tookMs) })
    : t('reach.check.saidFailed', { reason: reason ?? '' })
