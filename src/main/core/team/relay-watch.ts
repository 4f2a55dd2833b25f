import type { Stale } from '../polling/index.ts'
import type { Clock } from '../ports.ts'
import type { TextKey, Translate } from '../translate.ts'
import type { TeamMembership } from './membership.ts'
import { type Freshness, type Pulse, pulseSilentAfterMs } from './team-news.ts'

/** Listens for the relay's pulse, and says how far what it tells can be trusted. */
export interface RelayWatch {
  pulse(): Pulse | null
  /** A time of the relay's on this computer's clock. */
  localMs(relayMs: number): number
  /** Why it is not known to be true any more; null while it is. */
  staleness(part: (pulse: Pulse) => Freshness): Stale | null
  stop(): void
}

interface Dependencies {
  readonly team: Pick<TeamMembership, 'pulse' | 'state'>
  readonly clock: Clock
  readonly t: Translate
  /** There is a pulse, or has been none for long. */
  readonly onNews: () => void
}

const reasons: Readonly<Record<string, TextKey>> = {
  unauthorized: 'relayNews.unauthorized',
  limited: 'relayNews.limited',
  unreachable: 'relayNews.unreachable',
  broken: 'relayNews.unreachable',
  timeout: 'relayNews.timeout',
  unshared: 'relayNews.unshared'
}

export function watchRelay({ team, clock, t, onNews }: Dependencies): RelayWatch {
  let pulse: Pulse | null = null
  let heardAtMs = clock.nowMs()
  /** By how much this computer's clock is ahead of the relay's. */
  let aheadMs = 0
  let isLive = false
  let cancelSilence = clock.schedule(pulseSilentAfterMs, onNews)

  function hear(next: Pulse | null): void {
    // Any other one counts, since a relay's clock may be set back.
    if (next === null || (next.relay === pulse?.relay && next.atMs === pulse.atMs)) return
    const nowMs = clock.nowMs()
    // The first after a time without connection may be one that was left there long ago.
    heardAtMs = isLive ? nowMs : Math.min(nowMs, next.atMs + aheadMs)
    if (isLive) aheadMs = nowMs - next.atMs
    isLive = true
    pulse = next
    cancelSilence()
    cancelSilence = clock.schedule(heardAtMs + pulseSilentAfterMs - nowMs, onNews)
  }

  const unwatch = [
    team.pulse.watch((next) => {
      hear(next)
      onNews()
    }),
    team.state.watch((state) => {
      if (state?.state !== 'connected') isLive = false
    })
  ]
  hear(team.pulse.get())

  return {
    pulse: () => pulse,
    localMs: (relayMs) => relayMs + aheadMs,
    staleness(part) {
      if (pulse === null || clock.nowMs() - heardAtMs >= pulseSilentAfterMs)
        return { sinceMs: pulse && heardAtMs, reason: t('relayNews.silent') }
      const { asOfMs, staleSinceMs, staleReason } = part(pulse)
      if (staleSinceMs === null && asOfMs !== null) return null
      return {
        sinceMs: staleSinceMs && staleSinceMs + aheadMs,
        reason: t(reasons[staleReason ?? ''] ?? 'relayNews.unread')
      }
    },
    stop() {
      cancelSilence()
      for (const stop of unwatch) stop()
    }
  }
}
