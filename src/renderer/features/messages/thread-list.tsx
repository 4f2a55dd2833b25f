import { MessageSquare, Search } from 'lucide-react'
import type { Thread } from '../../../shared/domain/message.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { EmptyState, Loaded, VirtualListBox } from '../../ui/index.ts'
import { filterRows, useUiState } from '../../ui-state/index.ts'
import { ThreadRow } from './thread-row.tsx'

interface ThreadListProps {
  readonly selectedId: string | null
  readonly onOpen: (thread: Thread) => void
}

const rowHeightPx = 70

export function ThreadList({ selectedId, onOpen }: ThreadListProps) {
  const threads = useRequest('messages:list-threads', {})
  const lines = useRequest('messages:list-lines', {})
  const searchText = useUiState((ui) => ui.searchText)
  return (
    <Loaded query={threads}>
      {(all) => {
        const shown = filterRows(all, searchText, ({ other }) => other)
        if (all.length === 0) {
          return (
            <EmptyState
              icon={<MessageSquare size={20} />}
              title={t('messages.emptyTitle')}
              text={t('messages.emptyText')}
            />
          )
        }
        if (shown.length === 0) {
          return (
            <EmptyState
              icon={<Search size={20} />}
              title={t('messages.noMatchTitle', { text: searchText.trim() })}
              text={t('messages.noMatchText')}
            />
          )
        }
        return (
          <VirtualListBox
            label={t('messages.label')}
            items={shown}
            idOf={({ id }) => id}
            selectedId={selectedId}
            onOpen={onOpen}
            rowHeightPx={rowHeightPx}
          >
            {(thread) => <ThreadRow thread={thread} isLineShown={(lines.data?.length ?? 0) > 1} />}
          </VirtualListBox>
        )
      }}
    </Loaded>
  )
}
