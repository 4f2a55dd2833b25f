import type { FoundPerson, FoundText } from '../../../shared/domain/search.ts'
import { useRequest } from '../../bridge/index.ts'
import { useDebounced } from '../../ui/index.ts'

const debounceMs = 80
const resultLimit = 20
/** No name is longer, and no more is taken. */
const longestText = 200

interface Search {
  /** What was asked for: it lags behind what is typed. */
  readonly asked: string
  /** Whether the answer to `asked` is still awaited. */
  readonly isFetching: boolean
  readonly people: readonly FoundPerson[]
  readonly texts: readonly FoundText[]
  readonly error: Error | null
}

/** Who and what is found for `typed`; what was found before stays until the next answer is there. */
export function useSearch(typed: string): Search {
  const text = typed.trim()
  const debounced = useDebounced(text, debounceMs)
  // What is emptied need not wait: there is nothing to ask.
  const asked = text === '' ? '' : debounced
  const isAsked = asked !== '' && asked.length <= longestText
  const { data, isFetching, error } = useRequest(
    'search:find',
    { text: asked, limit: resultLimit },
    { isEnabled: isAsked, shouldKeepPrevious: true, shouldAskAgain: true }
  )
  const found = isAsked ? data : undefined
  return {
    asked,
    isFetching: isAsked && isFetching,
    people: found?.people ?? [],
    texts: found?.texts ?? [],
    error: isAsked ? error : null
  }
}
