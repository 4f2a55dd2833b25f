import type { Reach } from '../../../shared/domain/reach.ts'

export type ReachBannerKind = 'deaf' | 'address-changed' | 'not-chosen'

/** Shorter than this, it is no news: a tunnel may just be connecting again. */
const deafForMs = 10_000

/** What the main window is to say of reach; null while there is nothing. */
export function bannerOf(reach: Reach, nowMs: number, isDismissed: boolean): ReachBannerKind | null {
  const isChosen = reach.tunnel.kind !== 'none'
  const isKnown = reach.sinceMs > 0
  if (
    isKnown &&
    reach.state === 'deaf' &&
    (isChosen || reach.webhookUrl === null) &&
    nowMs - reach.sinceMs > deafForMs
  ) {
    return 'deaf'
  }
  if (reach.addressChange !== null) return 'address-changed'
  if (isKnown && isNeverReached(reach) && !isDismissed) return 'not-chosen'
  return null
}

/** Whether nobody has set up a way yet, and none works without that either. */
export const isNeverReached = (reach: Pick<Reach, 'tunnel' | 'eventCount'>): boolean =>
  reach.tunnel.kind === 'none' && reach.eventCount === 0
