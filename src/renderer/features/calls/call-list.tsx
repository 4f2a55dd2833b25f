import { Phone } from 'lucide-react'
import { useEffect } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import { type HistoryRow, type HistoryView, useHistoryStore, useHistoryView } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, EmptyState, Loaded, VirtualListBox } from '../../ui/index.ts'
import styles from './call-list.module.css'
import { CallRow } from './call-row.tsx'
import { FilterBar } from './filter-bar.tsx'
import { GapRow } from './gap-row.tsx'
import { isNarrowing, NoMatch } from './no-match.tsx'
import { useCallFilter } from './use-call-filter.ts'

interface CallListProps {
  readonly selectedId: string | null
  readonly onOpen: (call: Call) => void
}

const rowHeightPx = 50

/** The history: calls and gaps, newest first, as the filters narrow it. */
export function CallList({ selectedId, onOpen }: CallListProps) {
  const history = useHistoryStore()
  const view = useHistoryView()
  const filter = useCallFilter()
  useEffect(() => history.show(filter), [history, filter])
  const isPageMissing = view.answered === view.filter && view.hasMore
  const retry = () => (isPageMissing ? void history.readMore() : history.reload())

  return (
    <>
      <FilterBar />
      <Loaded query={{ data: view.answered === null ? undefined : view, error: view.error, refetch: retry }}>
        {() => (
          <div className={styles.body} aria-busy={view.answered !== view.filter}>
            {view.error && (
              <Banner
                kind="error"
                action={
                  <Button kind="quiet" onClick={retry}>
                    {t('app.tryAgain')}
                  </Button>
                }
              >
                {t('app.cannotLoad', { reason: view.error.message })}
              </Banner>
            )}
            {view.rows.length === 0 ? (
              <NoRows view={view} />
            ) : (
              <VirtualListBox<HistoryRow>
                // Another filter's rows are another list, read from its top.
                key={JSON.stringify(view.answered)}
                label={t('calls.label')}
                items={view.rows}
                version={view}
                idOf={({ id }) => id}
                indexOfId={(id) => view.rows.indexOf(id)}
                isOpenable={({ kind }) => kind === 'call'}
                selectedId={selectedId}
                onOpen={(row) => row.kind === 'call' && onOpen(row.call)}
                // What failed is tried again by whoever reads of it, not by each turn of the wheel.
                onNearEnd={() => view.error === null && void history.readMore()}
                rowHeightPx={rowHeightPx}
              >
                {(row) => (row.kind === 'call' ? <CallRow call={row.call} /> : <GapRow gap={row.gap} />)}
              </VirtualListBox>
            )}
          </div>
        )}
      </Loaded>
    </>
  )
}

function NoRows({ view: { answered } }: { readonly view: HistoryView }) {
  if (answered && isNarrowing(answered)) return <NoMatch filter={answered} />
  return <EmptyState icon={<Phone size={20} />} title={t('calls.emptyTitle')} text={t('calls.emptyText')} />
}
