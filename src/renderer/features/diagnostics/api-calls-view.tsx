import { CloudOff } from 'lucide-react'
import { useState } from 'react'
import type { ApiCallEntry } from '../../../shared/domain/diagnostics.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { EmptyState, useIsLookedAt, VirtualListBox } from '../../ui/index.ts'
import { type EntryKind, EntryRow } from './entry-row.tsx'
import styles from './list-view.module.css'

const rowHeightPx = 52
const everyMs = 2_000

/** The last requests to Voice360's API, and what is left of its limit. */
export function ApiCallsView({ calls }: { readonly calls: readonly ApiCallEntry[] }) {
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const isLookedAt = useIsLookedAt()
  const budget = useRequest('reach:get-rate-budget', {}, isLookedAt ? { everyMs } : {}).data
  return (
    <>
      <p className={styles.bar} data-digits>
        {budget ? t(`status.rateLeft.${budget.subject}`, budget) : t('diagnostics.apiCalls.noBudget')}
      </p>
      <div className={styles.list}>
        {calls.length === 0 ? (
          <EmptyState
            icon={<CloudOff size={20} />}
            title={t('diagnostics.apiCalls.emptyTitle')}
            text={t('diagnostics.apiCalls.emptyText')}
          />
        ) : (
          <VirtualListBox
            label={t('diagnostics.apiCalls.label')}
            items={calls}
            idOf={({ id }) => String(id)}
            selectedId={selectedId}
            onOpen={({ id }) => setSelectedId(String(id))}
            rowHeightPx={rowHeightPx}
          >
            {(call) => <ApiCallRow call={call} />}
          </VirtualListBox>
        )}
      </div>
    </>
  )
}

function ApiCallRow({ call }: { readonly call: ApiCallEntry }) {
  const { atMs, method, path, status, tookMs, remaining, limit } = call
  const isAnswered = status !== null && status >= 200 && status < 300
  const kind: EntryKind = isAnswered ? 'good' : 'bad'
  const took = t('diagnostics.ms', { count: Math.round(tookMs) })
  const left =
    remaining === null || limit === null ? [] : [t('diagnostics.apiCalls.left', { remaining, limit })]
  return (
    <EntryRow
      kind={kind}
      outcome={status === null ? t('diagnostics.apiCalls.noAnswer') : String(status)}
      name={`${method} ${path}`}
      atMs={atMs}
      details={[took, ...left]}
      why={null}
    />
  )
}
