import { useMemo } from 'react'
import type { Thread } from '../../../shared/domain/message.ts'
import { useRequest } from '../../bridge/index.ts'
import { useDebounced } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { filterThreads, listThreads, rowsOf, type ThreadFilter } from './thread-rows.ts'

const searchDelayMs = 150
/** The contract's limits. */
const longestText = 200
const mostFound = 100

/** The rows of the thread list: what the filter lets through, and what the search text finds in messages. */
export function useThreadRows(threads: readonly Thread[], filter: ThreadFilter, selectedId: string | null) {
  const searchText = useUiState((ui) => ui.searchText)
  const text = useDebounced(searchText.trim().slice(0, longestText), searchDelayMs)
  const drafts = useRequest('messages:list-drafts', {}).data
  const scheduled = useRequest('messages:list-scheduled', {}).data
  const search = useRequest(
    'search:find',
    { text, limit: mostFound },
    { isEnabled: text !== '', shouldKeepPrevious: true, shouldAskAgain: true }
  )
  const texts = text === '' || searchText.trim() === '' ? undefined : search.data?.texts
  const listed = useMemo(
    () => listThreads(threads, drafts ?? [], scheduled ?? []),
    [threads, drafts, scheduled]
  )
  const rows = useMemo(
    () => rowsOf(filterThreads(listed, filter, searchText, selectedId), texts ?? []),
    [listed, filter, searchText, selectedId, texts]
  )
  return {
    rows,
    text,
    /** Whether more may still be found. */
    isSearching:
      searchText.trim() !== '' && (text !== searchText.trim().slice(0, longestText) || search.isFetching),
    searchError: text === '' ? null : search.error
  }
}
