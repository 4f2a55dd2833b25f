import { useState } from 'react'
import { defaultSettings, type Settings } from '../../../shared/domain/settings.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'

const nobody: readonly string[] = []

/** What the user arranged of the board, and whom they wait for; what could not be saved is said. */
export function useTeam() {
  const bridge = useBridge()
  const settings = useRequest('settings:get-settings', {}).data ?? defaultSettings
  const watched = useRequest('presence:list-watched', {}).data ?? nobody
  const [problem, setProblem] = useState<string | null>(null)

  const change = (next: Partial<Settings>) =>
    void bridge.request('settings:update-settings', { change: next }).then(
      (outcome) => setProblem(outcome.ok ? null : outcome.failure.message),
      (error: Error) => setProblem(error.message)
    )
  return {
    settings,
    watched,
    problem,
    change,
    setFavourite(extension: string, isFavourite: boolean) {
      const others = settings.favourites.filter((it) => it !== extension)
      change({ favourites: isFavourite ? [...others, extension] : others })
    },
    watch: (extension: string, isWatched: boolean) =>
      void bridge
        .request('presence:watch-colleague', { extension, isWatched })
        .catch((error: Error) => setProblem(error.message))
  }
}

export type Team = ReturnType<typeof useTeam>
