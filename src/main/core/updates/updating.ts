import { type BusyWatch, createBusyWatch } from './busy-watch.ts'
import { createUpdatesService, type UpdatesService } from './updates-service.ts'

/** Keeping the app new, around the calls and dials of its user. */
export interface Updating extends Pick<BusyWatch, 'callChanged' | 'callRemoved'> {
  readonly updates: UpdatesService
  start(): Promise<void>
  stop(): void
}

type Dependencies = Parameters<typeof createBusyWatch>[0] &
  Omit<Parameters<typeof createUpdatesService>[0], 'isBusy'>

export function createUpdating(dependencies: Dependencies): Updating {
  const busy = createBusyWatch(dependencies)
  const updates = createUpdatesService({ ...dependencies, isBusy: busy.current })
  return {
    ...busy,
    updates,
    async start() {
      await busy.start()
      updates.start()
    },
    stop: () => updates.stop()
  }
}
