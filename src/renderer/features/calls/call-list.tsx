import { Phone, Search } from 'lucide-react'
import { useMemo } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import { useCallPages } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { EmptyState, Loaded, VirtualListBox } from '../../ui/index.ts'
import { filterRows, useUiState } from '../../ui-state/index.ts'
import { CallRow } from './call-row.tsx'
import { runningFirst } from './describe-call.ts'

interface CallListProps {
  readonly selectedId: string | null
  readonly onOpen: (call: Call) => void
}

const rowHeightPx = 50

export function CallList({ selectedId, onOpen }: CallListProps) {
  const query = useCallPages()
  const searchText = useUiState((ui) => ui.searchText)
  const calls = useMemo(() => query.data && uniqueCalls(query.data.pages.flat()), [query.data])
  return (
    <Loaded query={{ ...query, data: calls }}>
      {(all) => {
        const shown = runningFirst(filterRows(all, searchText, ({ other }) => other))
        if (all.length === 0) {
          return (
            <EmptyState
              icon={<Phone size={20} />}
              title={t('calls.emptyTitle')}
              text={t('calls.emptyText')}
            />
          )
        }
        if (shown.length === 0) {
          return (
            <EmptyState
              icon={<Search size={20} />}
              title={t('calls.noMatchTitle', { text: searchText.trim() })}
              text={t('calls.noMatchText')}
            />
          )
        }
        return (
          <VirtualListBox
            label={t('calls.label')}
            items={shown}
            idOf={({ id }) => id}
            selectedId={selectedId}
            onOpen={onOpen}
            onNearEnd={() => query.hasNextPage && !query.isFetching && void query.fetchNextPage()}
            rowHeightPx={rowHeightPx}
          >
            {(call) => <CallRow call={call} />}
          </VirtualListBox>
        )
      }}
    </Loaded>
  )
}

/** A call that began while pages were read may stand on two of them. */
const uniqueCalls = (calls: readonly Call[]): readonly Call[] => [
  ...new Map(calls.map((call) => [call.id, call])).values()
]
