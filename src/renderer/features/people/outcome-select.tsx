import { useState } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import { t } from '../../text/text.ts'
import { Select } from '../../ui/index.ts'
import styles from './call-entry.module.css'
import { useCallRemarks } from './use-call-remarks.ts'

/** What came of a call, in one of the user's own words. */
export function OutcomeSelect({ call }: { readonly call: Call }) {
  const { outcomes, setOutcome } = useCallRemarks(call)
  const [problem, setProblem] = useState<string | null>(null)
  const choose = (outcome: string | null) => {
    setProblem(null)
    setOutcome(outcome).then(
      (answer) => answer.ok || setProblem(answer.failure.message),
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error))
    )
  }
  return (
    <span className={styles.outcome} data-set={call.outcome !== null || undefined}>
      <Select
        label={t('calls.outcome')}
        isInline
        value={call.outcome ?? ''}
        options={[
          { value: '', label: t('calls.noOutcome') },
          ...outcomes.map((it) => ({ value: it, label: it }))
        ]}
        onChange={(value) => choose(value === '' ? null : value)}
      />
      {problem && (
        <span className={styles.problem} role="alert">
          {t('settings.saveFailed', { reason: problem })}
        </span>
      )}
    </span>
  )
}
