import { useSettings } from '../../bridge/index.ts'

/** After how many minutes without an agent the user wants to be told of which queue. */
export function useQueueAlerts() {
  const { query, problem, update } = useSettings()
  const alerts = query.data?.queueAlerts ?? []
  return {
    problem,
    minutesOf: (queueId: number) => alerts.find((alert) => alert.queueId === queueId)?.minutes ?? null,
    set(queueId: number, minutes: number | null) {
      const others = alerts.filter((alert) => alert.queueId !== queueId)
      update({ queueAlerts: minutes === null ? others : [...others, { queueId, minutes }] })
    }
  }
}
