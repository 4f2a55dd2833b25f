import { noFilter } from '../../../shared/domain/call.ts'
import { useRequest } from '../../bridge/index.ts'
import { useDebounced } from '../../ui/index.ts'
import { isNumberLike } from '../../ui-state/index.ts'
import { type PaletteAction, type PaletteSection, sectionsOf } from './palette-items.ts'
import { recentPeople } from './recent-people.ts'

const debounceMs = 80
const resultLimit = 20
const lastCalls = { filter: noFilter, after: null, limit: 40 }
const untilAsked = { shouldKeepPrevious: true, shouldAskAgain: true }

interface PaletteSections {
  readonly sections: readonly PaletteSection[]
  /** What the sections answer: it lags behind what is typed. */
  readonly asked: string
  /** Whether the sections answer what is typed now. */
  readonly isSettled: boolean
  readonly error: Error | null
}

/** What the palette shows for `typed`; what was found before stays until the next answer is there. */
export function usePaletteSections(typed: string, actions: readonly PaletteAction[]): PaletteSections {
  const text = typed.trim()
  const debounced = useDebounced(text, debounceMs)
  // What is emptied need not wait: there is nothing to ask.
  const asked = text === '' ? '' : debounced
  const isAsked = asked !== ''
  const isNumber = isNumberLike(asked)
  const found = useRequest(
    'search:find',
    { text: asked, limit: resultLimit },
    { isEnabled: isAsked, ...untilAsked }
  )
  const read = useRequest(
    'dialing:interpret-text',
    { text: asked },
    { isEnabled: isNumber, shouldKeepPrevious: true }
  )
  const calls = useRequest('calls:list-calls', lastCalls, { shouldAskAgain: true }).data?.calls
  const threads = useRequest('messages:list-threads', {}).data
  const isWaiting = isAsked && (found.isFetching || (isNumber && read.isFetching))
  return {
    sections: sectionsOf({
      asked,
      recent: recentPeople(calls ?? [], threads ?? []),
      people: found.data?.people ?? [],
      texts: found.data?.texts ?? [],
      interpretation: (isNumber && read.data) || null,
      actions
    }),
    asked,
    isSettled: asked === text && !isWaiting,
    error: isAsked ? found.error : null
  }
}
