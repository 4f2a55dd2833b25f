import { Archive, Check, Inbox, type LucideIcon, Search } from 'lucide-react'
import { t } from '../../text/text.ts'
import { EmptyState } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import type { ThreadFilter } from './thread-rows.ts'

const icons: Readonly<Record<ThreadFilter, LucideIcon>> = { inbox: Inbox, unread: Check, archived: Archive }

/** What stands where no thread passes. */
export function NoThreads({ filter }: { readonly filter: ThreadFilter }) {
  const searchText = useUiState((ui) => ui.searchText).trim()
  if (searchText !== '') {
    return (
      <EmptyState
        icon={<Search size={20} />}
        title={t('messages.noMatchTitle', { text: searchText })}
        text={t('threads.noMatchText')}
      />
    )
  }
  const Icon = icons[filter]
  return (
    <EmptyState
      icon={<Icon size={20} />}
      title={t(`threads.${filter}EmptyTitle`)}
      text={t(`threads.${filter}EmptyText`)}
    />
  )
}
