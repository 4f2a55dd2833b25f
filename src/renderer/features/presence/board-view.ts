import { partyOfColleague } from '../../../shared/domain/colleague-party.ts'
import type { Colleague, Presence } from '../../../shared/domain/presence.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { sorted } from '../../sorted.ts'
import { filterRows } from '../../ui-state/index.ts'
import { isShown, type PresenceFilter } from './describe-colleague.ts'

export interface BoardView {
  readonly filter: PresenceFilter
  /** The name of a group of the user's; null for everyone. */
  readonly group: string | null
  readonly text: string
}

/** Those whom the board shows: favourites first, everyone in the order Voice360 tells them in. */
export function colleaguesIn(
  { colleagues }: Presence,
  { filter, group, text }: BoardView,
  { favourites, teamGroups }: Pick<Settings, 'favourites' | 'teamGroups'>
): readonly Colleague[] {
  const members = teamGroups.find(({ name }) => name === group)?.extensions
  const inGroup = members === undefined ? null : new Set(members)
  const shown = filterRows(colleagues, text, partyOfColleague).filter(
    (colleague) => isShown(colleague, filter) && (inGroup === null || inGroup.has(colleague.extension))
  )
  if (favourites.length === 0) return shown
  const first = new Set(favourites)
  return sorted(shown, (a, b) => Number(first.has(b.extension)) - Number(first.has(a.extension)))
}
