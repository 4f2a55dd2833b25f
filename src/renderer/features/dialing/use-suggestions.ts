import type { DialSuggestions } from '../../../shared/domain/dialing.ts'
import { useRequest } from '../../bridge/index.ts'
import { suggestionsFor } from './suggestions-for.ts'

const nobody: DialSuggestions = { recent: [], favourites: [] }

/** The favourites and the last called that `text` may mean; all of them for an empty one. */
export const useSuggestions = (text: string): DialSuggestions =>
  suggestionsFor(useRequest('dialing:get-suggestions', {}).data ?? nobody, text)
