import { CircleCheck, Webhook } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { RequestOutcome, WebhookRequestEntry } from '../../../shared/domain/diagnostics.ts'
import { t } from '../../text/text.ts'
import { Checkbox, EmptyState, VirtualListBox } from '../../ui/index.ts'
import { type EntryKind, EntryRow } from './entry-row.tsx'
import styles from './list-view.module.css'

const taken: readonly RequestOutcome[] = ['stored', 'duplicate']
const isRefused = ({ outcome }: WebhookRequestEntry): boolean => !taken.includes(outcome)
const rowHeightPx = 52

/** The last requests to the listener, and what became of each. */
export function RequestsView({ requests }: { readonly requests: readonly WebhookRequestEntry[] }) {
  const [isRefusedOnly, setIsRefusedOnly] = useState(false)
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const shown = useMemo(
    () => (isRefusedOnly ? requests.filter(isRefused) : requests),
    [requests, isRefusedOnly]
  )
  return (
    <>
      <div className={styles.bar}>
        <Checkbox
          label={t('diagnostics.requests.refusedOnly')}
          isChecked={isRefusedOnly}
          onChange={setIsRefusedOnly}
        />
      </div>
      <div className={styles.list}>
        {shown.length === 0 ? (
          <NoRequests isRefusedOnly={isRefusedOnly && requests.length > 0} />
        ) : (
          <VirtualListBox
            label={t('diagnostics.requests.label')}
            items={shown}
            idOf={({ id }) => String(id)}
            selectedId={selectedId}
            onOpen={({ id }) => setSelectedId(String(id))}
            rowHeightPx={rowHeightPx}
          >
            {(request) => <RequestRow request={request} />}
          </VirtualListBox>
        )}
      </div>
    </>
  )
}

function RequestRow({ request }: { readonly request: WebhookRequestEntry }) {
  const { atMs, method, source, status, outcome, eventName, why, tookMs } = request
  const kind: EntryKind = isRefused(request) ? 'bad' : outcome === 'stored' ? 'good' : 'neutral'
  const from = source === null ? [] : [t('diagnostics.from', { source })]
  const took = t('diagnostics.ms', { count: Math.round(tookMs) })
  return (
    <EntryRow
      kind={kind}
      outcome={t(`diagnostics.outcome.${outcome}`)}
      name={eventName}
      atMs={atMs}
      details={[method, String(status), took, ...from]}
      why={why}
    />
  )
}

function NoRequests({ isRefusedOnly }: { readonly isRefusedOnly: boolean }) {
  return isRefusedOnly ? (
    <EmptyState
      icon={<CircleCheck size={20} />}
      title={t('diagnostics.requests.noneRefusedTitle')}
      text={t('diagnostics.requests.noneRefusedText')}
    />
  ) : (
    <EmptyState
      icon={<Webhook size={20} />}
      title={t('diagnostics.requests.emptyTitle')}
      text={t('diagnostics.requests.emptyText')}
    />
  )
}
