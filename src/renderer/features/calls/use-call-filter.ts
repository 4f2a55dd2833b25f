import { useMemo } from 'react'
import type { CallFilter } from '../../../shared/domain/call.ts'
import { useDebounced } from '../../ui/index.ts'
import { useUiState } from '../../ui-state/index.ts'

const searchDelayMs = 150
/** The contract's limit. */
const longestText = 200

/** What the history is narrowed to: the chosen filters, and the search text once its typing rests. */
export function useCallFilter(): CallFilter {
  const chosen = useUiState((ui) => ui.callFilter)
  const searchText = useUiState((ui) => ui.searchText)
  const text = useDebounced(searchText.trim().slice(0, longestText), searchDelayMs)
  return useMemo(() => ({ ...chosen, text }), [chosen, text])
}
