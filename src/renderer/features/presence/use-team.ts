import { defaultSettings } from '../../../shared/domain/settings.ts'
import { useCommand, useRequest, useSettings } from '../../bridge/index.ts'

const nobody: readonly string[] = []

/** What the user arranged of the board, and whom they wait for; what could not be saved is said. */
export function useTeam() {
  const { query, problem, update } = useSettings()
  const settings = query.data ?? defaultSettings
  const watched = useRequest('presence:list-watched', {}).data ?? nobody
  const watch = useCommand('presence:watch-colleague')
  return {
    settings,
    watched,
    problem: problem ?? watch.error?.message ?? null,
    change: update,
    setFavourite(extension: string, isFavourite: boolean) {
      const others = settings.favourites.filter((it) => it !== extension)
      update({ favourites: isFavourite ? [...others, extension] : others })
    },
    watch: (extension: string, isWatched: boolean) => watch.mutate({ extension, isWatched })
  }
}

export type Team = ReturnType<typeof useTeam>
