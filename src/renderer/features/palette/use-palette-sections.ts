import { noFilter } from '../../../shared/domain/call.ts'
import { useRequest } from '../../bridge/index.ts'
import { type DialHint, hintOf, useSuggestions } from '../dialing/index.ts'
import { useSearch } from '../search/index.ts'
import { type PaletteSection, sectionsOf } from './palette-items.ts'
import { recentPeople } from './recent-people.ts'
import type { PaletteActions } from './use-palette-actions.ts'

const lastCalls = { filter: noFilter, after: null, limit: 40 }

interface PaletteSections {
  readonly sections: readonly PaletteSection[]
  /** What the sections answer: it lags behind what is typed. */
  readonly asked: string
  /** Whether the sections answer what is typed now. */
  readonly isSettled: boolean
  readonly error: Error | null
  /** What would be dialed of what was asked, or why nothing is; null where that is no number. */
  readonly hint: DialHint | null
}

/** What the palette shows for `typed`; what was found before stays until the next answer is there. */
export function usePaletteSections(typed: string, actions: PaletteActions): PaletteSections {
  const text = typed.trim()
  const found = useSearch(text)
  const { asked } = found
  const isAsked = asked !== ''
  const read = useRequest(
    'dialing:interpret-text',
    { text: asked, isToCall: true },
    { isEnabled: isAsked, shouldKeepPrevious: true }
  )
  const calls = useRequest('calls:list-calls', lastCalls, { shouldAskAgain: true }).data?.calls
  const threads = useRequest('messages:list-threads', {}).data
  const isWaiting = isAsked && (found.isFetching || read.isFetching)
  const interpretation = (isAsked && read.data) || null
  const suggestions = useSuggestions(asked)
  return {
    sections: sectionsOf({
      asked,
      recent: recentPeople(calls ?? [], threads ?? []),
      people: found.people,
      texts: found.texts,
      interpretation,
      suggested: [...suggestions.favourites, ...suggestions.recent],
      ...actions
    }),
    asked,
    isSettled: asked === text && !isWaiting,
    error: found.error,
    hint: interpretation && hintOf(interpretation, asked)
  }
}
