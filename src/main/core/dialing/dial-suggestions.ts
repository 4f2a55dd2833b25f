import type { DialSuggestions } from '../../../shared/domain/dialing.ts'
import type { Directory } from '../contacts/index.ts'
import type { DialHistory } from './dial-history.ts'

const recentCount = 10

/** Whom to offer for dialing: the last that were called from here, and the user's favourites. */
export function dialSuggestions(
  history: Pick<DialHistory, 'newest'>,
  favourites: readonly string[],
  directory: Pick<Directory, 'describe'>
): DialSuggestions {
  return {
    recent: history.newest(recentCount).map(({ to }) => directory.describe(to)),
    favourites: favourites.map((address) => directory.describe(address))
  }
}
