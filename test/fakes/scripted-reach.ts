import { failed, type Outcome, succeeded } from '../../src/shared/domain/failure.ts'
import type { Reach } from '../../src/shared/domain/reach.ts'
import type { Settings } from '../../src/shared/domain/settings.ts'
import type { OwnWayChoice, TunnelChoice, TunnelOffer } from '../../src/shared/domain/tunnel.ts'
import type { WebhookCoach, WebhookRow } from '../../src/shared/domain/webhook-coach.ts'
import type { EventChannel } from '../../src/shared/ipc/channels.ts'
import type { EventPayload } from '../../src/shared/ipc/events.ts'
import {
  relayReach,
  sampleCoach,
  sampleOffers,
  sampleReach,
  sampleReachGaps,
  webhookUrlAt
} from './sample-reach.ts'
import type { Answers } from './scripted-bridge.ts'

type Emit = <E extends EventChannel>(channel: E, payload: EventPayload<E>) => void
type ReachAnswers = Pick<Answers, Extract<keyof Answers, `reach:${string}`>>

/** What the office of a scripted reach begins with, and whom it tells of a choice. */
export interface ReachScript {
  readonly reach?: Reach
  readonly coach?: WebhookCoach
  readonly offers?: readonly TunnelOffer[]
  readonly onChosen?: (change: Pick<Settings, 'tunnel'>) => void
}

const dayMs = 86_400_000

/** Long enough to be seen. */
const startsAfterMs = 400

/**
 * A computer that hears by a tunnel, with webhooks for most events. What is asked of it comes about: a way starts and is then
 * up, a check takes a moment, a new secret leaves the old one in use until it is revoked.
 */
export function scriptedReach(nowMs: number, emit: Emit, script: ReachScript = {}): ReachAnswers {
  let reach = script.reach ?? sampleReach(nowMs)
  let coach = script.coach ?? sampleCoach(nowMs)
  let offers = script.offers ?? sampleOffers
  let secretCount = 0
  const become = (change: Partial<Reach>): Reach => {
    reach = { ...reach, ...change }
    emit('reach:reach-changed', reach)
    return reach
  }
  const changeRows = (change: (row: WebhookRow) => WebhookRow) => {
    coach = { ...coach, rows: coach.rows.map(change) }
    emit('reach:coach-changed', {})
  }
  const later = (change: () => Partial<Reach>) => setTimeout(() => become(change()), startsAfterMs)

  const choose = (choice: TunnelChoice, secret: string | null): Outcome<Reach> => {
    const refusal = refusalOf(choice)
    if (refusal !== null) return failed('tunnel-refused', refusal)
    if (secret !== null) {
      offers = offers.map((it) => (it.kind === choice.kind ? { ...it, hasSecret: true } : it))
    }
    script.onChosen?.({ tunnel: choice })
    const tunnel = { kind: choice.kind, url: null, reason: null, nextTryAtMs: null } as const
    const sinceMs = Date.now()
    if (choice.kind === 'relay') return succeeded(become(relayReach(sinceMs)))
    if (choice.kind === 'none') {
      const reason = 'Listening, but no event has come in yet.'
      return succeeded(
        become({
          state: 'degraded',
          sinceMs,
          reason,
          isPublic: false,
          check: null,
          tunnel: { ...tunnel, state: 'off' }
        })
      )
    }
    const url = addressOf(choice)
    later(() => ({
      state: 'listening',
      sinceMs: Date.now(),
      reason: null,
      isPublic: true,
      webhookUrl: webhookUrlAt(url),
      tunnel: { ...tunnel, state: 'up', url },
      check: { atMs: Date.now(), isPassed: true, tookMs: 97, reason: null }
    }))
    return succeeded(
      become({
        state: 'degraded',
        sinceMs,
        reason: 'The tunnel is starting.',
        tunnel: { ...tunnel, state: 'starting' }
      })
    )
  }

  return {
    'reach:get-reach': () => reach,
    'reach:get-rate-budget': () => ({ subject: 'developer', remaining: 982, limit: 1000 }),
    'reach:list-tunnel-offers': () => offers,
    'reach:choose-tunnel': ({ choice, secret }) => choose(choice, secret),
    'reach:check-now': async () => {
      become({ isChecking: true })
      await new Promise((resolve) => setTimeout(resolve, startsAfterMs))
      const isPassed = reach.isPublic && reach.tunnel.state === 'up'
      const reason = isPassed ? null : 'No answer came from the public address.'
      return become({ isChecking: false, check: { atMs: Date.now(), isPassed, tookMs: 91, reason } })
    },
    'reach:accept-address': () => become({ addressChange: null }),
    'reach:replace-token': () => {
      secretCount += 1
      const webhookUrl = reach.webhookUrl?.replace(/[^/]+$/u, `Secret-number-${secretCount}`) ?? null
      changeRows((row) =>
        row.lastAtMs === null ? row : { ...row, state: 'problem', remarks: [{ kind: 'old-address' }] }
      )
      return succeeded(become({ webhookUrl, oldTokenUntilMs: Date.now() + dayMs }))
    },
    'reach:revoke-old-token': () => {
      changeRows((row) => ({ ...row, remarks: row.remarks.filter(({ kind }) => kind !== 'old-address') }))
      return succeeded(become({ oldTokenUntilMs: null }))
    },
    'reach:get-coach': () => coach,
    'reach:send-test-event': ({ name }) => {
      if (!coach.canSendTest) return failed('no-simulator', 'Only the simulator sends events when asked.')
      const atMs = Date.now()
      changeRows((row) =>
        row.name === name
          ? { ...row, state: 'arriving', lastAtMs: atMs, count: row.count + 1, remarks: [] }
          : row
      )
      become({ lastEventAtMs: atMs, eventCount: reach.eventCount + 1 })
      return succeeded(null)
    },
    'reach:list-gaps': () => sampleReachGaps(nowMs)
  }
}

/** Why a way cannot be used: a server of this name answers nobody. */
const refusalOf = (choice: TunnelChoice): string | null =>
  choice.kind === 'ssh' && choice.destination.includes('nobody')
    ? 'The server does not know this computer’s key. Add it there and try again.'
    : null

function addressOf(choice: Exclude<OwnWayChoice, { kind: 'none' }>): string {
  switch (choice.kind) {
    case 'own-url':
    case 'cloudflared-named':
    case 'ssh':
      return choice.url
    case 'cloudflared-quick':
      return 'https://quiet-lamp-otter-river.trycloudflare.com'
    case 'ngrok':
      return `https://${choice.domain || 'quick-otter.ngrok-free.app'}`
  }
}
