import { useState } from 'react'
import type { SettingName, Settings } from '../../shared/domain/settings.ts'
import { useBridge } from './bridge-context.tsx'
import { useRequest } from './queries.ts'

/** The settings, and the one way a change is made; what could not be saved is said and nothing changes. */
export function useSettings() {
  const bridge = useBridge()
  const query = useRequest('settings:get-settings', {})
  const [problem, setProblem] = useState<string | null>(null)
  const update = async (change: Partial<Settings>) => {
    const outcome = await bridge
      .request('settings:update-settings', { change })
      .catch((error: Error) => ({ ok: false, failure: { message: error.message } }) as const)
    setProblem(outcome.ok ? null : outcome.failure.message)
  }
  return { query, problem, update: (change: Partial<Settings>) => void update(change) }
}

/** What this computer's administrator has settled; undefined until it is known. */
export const usePolicy = () => useRequest('policy:get-policy', {}).data

/** One setting, and whether the administrator has settled it; null until both are known. */
export function useSetting<K extends SettingName>(name: K) {
  const { query, problem, update } = useSettings()
  const policy = usePolicy()
  if (query.data === undefined || policy === undefined) return null
  return {
    value: query.data[name],
    isLocked: policy.lockedSettings.includes(name),
    problem,
    change: (value: Settings[K]) => update({ [name]: value })
  }
}
