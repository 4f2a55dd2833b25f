import { eventNames } from '../../src/shared/domain/event-name.ts'
import { type Reach, unknownReach } from '../../src/shared/domain/reach.ts'
import type { EventChannel } from '../../src/shared/ipc/channels.ts'
import type { EventPayload } from '../../src/shared/ipc/events.ts'
import type { Answers } from './scripted-bridge.ts'

type Emit = <E extends EventChannel>(channel: E, payload: EventPayload<E>) => void
type ReachAnswers = Pick<Answers, Extract<keyof Answers, `reach:${string}` | `diagnostics:${string}`>>

/** A computer that hears by a tunnel, with webhooks for most events. */
export function scriptedReach(nowMs: number, emit: Emit): ReachAnswers {
  let reach: Reach = {
    ...unknownReach,
    state: 'listening',
    sinceMs: nowMs - 3_600_000,
    webhookUrl: 'https://tunnel.example/hooks/Jx0c4vT1pZ9uQm2sYb8kLr5eWn7aHd3f',
    isPublic: true,
    tunnel: {
      kind: 'cloudflared-named',
      state: 'up',
      url: 'https://tunnel.example',
      reason: null,
      nextTryAtMs: null
    },
    check: { atMs: nowMs - 60_000, isPassed: true, tookMs: 84, reason: null },
    lastEventAtMs: nowMs - 7_000,
    eventCount: 214
  }
  const become = (change: Partial<Reach>): Reach => {
    reach = { ...reach, ...change }
    emit('reach:reach-changed', reach)
    return reach
  }
  return {
    'reach:get-reach': () => reach,
    'reach:get-rate-budget': () => ({ remaining: 982, limit: 1000 }),
    'reach:list-tunnel-offers': () => [],
    'reach:choose-tunnel': () => ({ ok: true, value: reach }),
    'reach:check-now': () => reach,
    'reach:accept-address': () => become({ addressChange: null }),
    'reach:replace-token': () => ({ ok: true, value: reach }),
    'reach:revoke-old-token': () => ({ ok: true, value: become({ oldTokenUntilMs: null }) }),
    'reach:get-coach': () => ({
      rows: eventNames.map((name) => ({ name, state: 'waiting', lastAtMs: null, count: 0, remarks: [] })),
      unknownNames: [],
      canSendTest: false
    }),
    'reach:send-test-event': () => ({ ok: true, value: null }),
    'reach:list-gaps': () => [],
    'diagnostics:get-diagnostics': () => ({ requests: [], apiCalls: [], versions: [] }),
    'diagnostics:make-bundle': () => ({ fileName: 'voice360-support.zip', files: [] })
  }
}
