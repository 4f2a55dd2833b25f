import type { CallsService } from './calls/index.ts'
import type { HostAdapters, Ledger, TrayStatus } from './ports.ts'
import type { WallClock } from './wall-clock.ts'

/** The most often that the tray changes: a burst of events changes it once. */
const delayMs = 100

interface Dependencies {
  readonly host: Pick<HostAdapters, 'pages' | 'tray'>
  readonly ledger: Pick<Ledger, 'countUnreadMessages'>
  readonly calls: Pick<CallsService, 'countUnread'>
  /** What else the tray shows, as it is when it is shown. */
  readonly rest: () => Pick<TrayStatus, 'reach' | 'ringingCount' | 'quietUntilMs'>
  readonly clock: WallClock
  readonly aside: (work: Promise<void>) => void
}

/** Brings what waits (missed calls, messages) to the tray and the pages; to be called whenever it may have changed. */
export function createTrayUpdater({ host, ledger, calls, rest, clock, aside }: Dependencies): () => void {
  let isDue = false

  async function show(): Promise<void> {
    const [unreadCount, missedCount] = await Promise.all([ledger.countUnreadMessages(), calls.countUnread()])
    host.pages.publish('calls:unread-changed', { count: missedCount })
    host.tray.show({ ...rest(), unreadCount, missedCount, timeZone: clock.timeZone() })
  }

  return () => {
    if (isDue) return
    isDue = true
    clock.schedule(delayMs, () => {
      isDue = false
      aside(show())
    })
  }
}
