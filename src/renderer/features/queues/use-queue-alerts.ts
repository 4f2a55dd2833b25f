import { useState } from 'react'
import { useBridge, useRequest } from '../../bridge/index.ts'

/** After how many minutes without an agent the user wants to be told of which queue. */
export function useQueueAlerts() {
  const bridge = useBridge()
  const alerts = useRequest('settings:get-settings', {}).data?.queueAlerts ?? []
  const [problem, setProblem] = useState<string | null>(null)
  const save = async (queueId: number, minutes: number | null) => {
    const others = alerts.filter((alert) => alert.queueId !== queueId)
    const queueAlerts = minutes === null ? others : [...others, { queueId, minutes }]
    const outcome = await bridge
      .request('settings:update-settings', { change: { queueAlerts } })
      .catch((error: Error) => ({ ok: false, failure: { message: error.message } }) as const)
    setProblem(outcome.ok ? null : outcome.failure.message)
  }
  return {
    problem,
    minutesOf: (queueId: number) => alerts.find((alert) => alert.queueId === queueId)?.minutes ?? null,
    set: (queueId: number, minutes: number | null) => void save(queueId, minutes)
  }
}
