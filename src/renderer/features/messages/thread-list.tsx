import { MessageSquare } from 'lucide-react'
import { useState } from 'react'
import type { Thread } from '../../../shared/domain/message.ts'
import type { FoundText } from '../../../shared/domain/search.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import {
  Banner,
  ContextMenu,
  EmptyState,
  HiddenText,
  Loaded,
  type MenuPlace,
  nameOf,
  VirtualListBox
} from '../../ui/index.ts'
import { FoundMessageRow } from './found-message-row.tsx'
import { NoThreads } from './no-threads.tsx'
import { ThreadFilterBar } from './thread-filter-bar.tsx'
import styles from './thread-list.module.css'
import { actionOfKey, keyOf, threadActions, wordOf } from './thread-marks.ts'
import { ThreadRow } from './thread-row.tsx'
import type { ThreadFilter, ThreadListRow } from './thread-rows.ts'
import { useMarkThread } from './use-mark-thread.ts'
import { useThreadRows } from './use-thread-rows.ts'

interface ThreadListProps {
  readonly selectedId: string | null
  readonly onOpen: (thread: Thread) => void
  /** Opens the person at a message that was found. */
  readonly onOpenMessage: (found: FoundText) => void
}

/** The threads, last written first, as the filter and the search text narrow them. */
export function ThreadList(props: ThreadListProps) {
  const threads = useRequest('messages:list-threads', {})
  return (
    <Loaded query={threads}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState
            icon={<MessageSquare size={20} />}
            title={t('messages.emptyTitle')}
            text={t('messages.emptyText')}
          />
        ) : (
          <Threads threads={all} {...props} />
        )
      }
    </Loaded>
  )
}

const rowHeightPx = 70

function Threads(props: ThreadListProps & { readonly threads: readonly Thread[] }) {
  const { threads, selectedId, onOpen, onOpenMessage } = props
  const lines = useRequest('messages:list-lines', {})
  const [filter, setFilter] = useState<ThreadFilter>('inbox')
  const { rows, text, isSearching, searchError } = useThreadRows(threads, filter, selectedId)
  const { news, problem, mark } = useMarkThread()
  const [menu, setMenu] = useState<{ readonly threadId: string; readonly at: MenuPlace } | null>(null)
  const menuThread = threads.find(({ id }) => id === menu?.threadId)

  const contentOf = (row: ThreadListRow) => {
    switch (row.kind) {
      case 'thread':
        return (
          <ThreadRow
            listed={row}
            isLineShown={(lines.data?.length ?? 0) > 1}
            isOpen={row.id === selectedId}
          />
        )
      case 'heading':
        return <span className={styles.heading}>{t('threads.found')}</span>
      case 'found':
        return <FoundMessageRow found={row.found} query={text} />
    }
  }
  return (
    <>
      <ThreadFilterBar filter={filter} onChange={setFilter} />
      {problem !== null && <Banner kind="error">{problem}</Banner>}
      {searchError && (
        <Banner kind="warning">{t('threads.searchFailed', { reason: searchError.message })}</Banner>
      )}
      {rows.length === 0 && !isSearching ? (
        <NoThreads filter={filter} />
      ) : (
        <div className={styles.body} aria-busy={isSearching}>
          <VirtualListBox<ThreadListRow>
            key={filter}
            label={t('messages.label')}
            description={t('threads.keys')}
            items={rows}
            idOf={({ id }) => id}
            isOpenable={({ kind }) => kind !== 'heading'}
            selectedId={selectedId}
            onOpen={(row) => {
              if (row.kind === 'thread') onOpen(row.thread)
              else if (row.kind === 'found') onOpenMessage(row.found)
            }}
            onMenu={(row, at) => row.kind === 'thread' && setMenu({ threadId: row.id, at })}
            onItemKey={(row, key) => {
              const action = actionOfKey(key)
              if (!action || row.kind !== 'thread') return false
              mark(row.thread, action)
              return true
            }}
            rowHeightPx={rowHeightPx}
          >
            {contentOf}
          </VirtualListBox>
        </div>
      )}
      {menu && menuThread && (
        <ContextMenu
          label={t('threads.menuOf', { name: nameOf(menuThread.other) })}
          at={menu.at}
          choices={threadActions.map((id) => ({ id, label: wordOf(menuThread, id), keyHint: keyOf[id] }))}
          onChoose={(action) => mark(menuThread, action)}
          onClose={() => setMenu(null)}
        />
      )}
      <output className={styles.news}>
        <HiddenText>{news}</HiddenText>
      </output>
    </>
  )
}
