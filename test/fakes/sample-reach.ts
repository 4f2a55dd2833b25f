import { type EventName, eventNames } from '../../src/shared/domain/event-name.ts'
import type { Gap } from '../../src/shared/domain/gap.ts'
import { type Reach, unknownReach } from '../../src/shared/domain/reach.ts'
import type { TunnelOffer } from '../../src/shared/domain/tunnel.ts'
import type { WebhookCoach, WebhookRow } from '../../src/shared/domain/webhook-coach.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

const token = 'Jx0c4vT1pZ9uQm2sYb8kLr5eWn7aHd3fGt6iKo1xCzE'

/** The address to enter in the portal, below a public one. */
export const webhookUrlAt = (url: string, secret = token): string => `${url}/hooks/${secret}`

/** A computer that hears by a named tunnel, unless `change` says otherwise. */
export const sampleReach = (nowMs: number, change: Partial<Reach> = {}): Reach => ({
  ...unknownReach,
  state: 'listening',
  sinceMs: nowMs - hourMs,
  webhookUrl: webhookUrlAt('https://calls.example.com'),
  localPort: 36_036,
  isPublic: true,
  tunnel: {
    kind: 'cloudflared-named',
    state: 'up',
    url: 'https://calls.example.com',
    reason: null,
    nextTryAtMs: null
  },
  check: { atMs: nowMs - minuteMs, isPassed: true, tookMs: 84, reason: null },
  lastEventAtMs: nowMs - 7_000,
  eventCount: 214,
  ...change
})

/** An address of the user's own that was saved and has never led here. */
export const wrongAddressReach = (nowMs: number): Reach =>
  sampleReach(nowMs, {
    state: 'deaf',
    reason: 'Something else answers at calls.example.com.',
    tunnel: {
      kind: 'own-url',
      state: 'up',
      url: 'https://calls.example.com',
      reason: null,
      nextTryAtMs: null
    },
    check: {
      atMs: nowMs - 4_000,
      isPassed: false,
      tookMs: 300,
      reason: 'Something else answers at calls.example.com.'
    },
    lastEventAtMs: null,
    eventCount: 0
  })

/** A computer that hears by its team's relay. */
export const relayReach = (nowMs: number, change: Partial<Reach> = {}): Reach => ({
  ...unknownReach,
  state: 'listening',
  sinceMs: nowMs - hourMs,
  tunnel: { kind: 'relay', state: 'up', url: 'tls://nats.example.com:4222', reason: null, nextTryAtMs: null },
  lastEventAtMs: nowMs - 7_000,
  eventCount: 214,
  ...change
})

/** A computer for which no way was chosen yet. */
export const unchosenReach = (nowMs: number): Reach => ({
  ...unknownReach,
  state: 'degraded',
  sinceMs: nowMs - hourMs,
  webhookUrl: webhookUrlAt('http://127.0.0.1:36036'),
  reason: 'Listening, but no event has come in yet.'
})

export const sampleOffers: readonly TunnelOffer[] = [
  { kind: 'own-url', state: 'ready', version: null, hasSecret: null },
  { kind: 'cloudflared-quick', state: 'ready', version: '2026.10.1', hasSecret: null },
  { kind: 'cloudflared-named', state: 'ready', version: '2026.10.1', hasSecret: true },
  { kind: 'ngrok', state: 'no-program', version: null, hasSecret: false },
  { kind: 'ssh', state: 'ready', version: 'OpenSSH_9.2p1 Debian-2+deb12u7', hasSecret: null },
  { kind: 'relay', state: 'ready', version: null, hasSecret: false }
]

const row = (name: EventName, change: Partial<WebhookRow> = {}): WebhookRow => ({
  name,
  state: 'waiting',
  lastAtMs: null,
  count: 0,
  remarks: [],
  ...change
})

/** A coach whose rows are waiting, but for what `changes` says of some. */
export const coachWith = (
  changes: Partial<Record<EventName, Partial<WebhookRow>>> = {},
  rest: Partial<WebhookCoach> = {}
): WebhookCoach => ({
  rows: eventNames.map((name) => row(name, changes[name])),
  unknownNames: [],
  canSendTest: false,
  ...rest
})

/** Most webhooks do what they should; some were never used, one has been quiet for long. */
export const sampleCoach = (nowMs: number): WebhookCoach => {
  const arriving = (agoMs: number, count: number): Partial<WebhookRow> => ({
    state: 'arriving',
    lastAtMs: nowMs - agoMs,
    count
  })
  return coachWith(
    {
      INCOMING_EXTERNAL_CALL: arriving(7_000, 61),
      CALL_ENDED: arriving(3 * minuteMs, 88),
      USER_DIAL: arriving(11 * minuteMs, 30),
      USER_ANSWER: arriving(4 * minuteMs, 52),
      USER_HANGUP: arriving(12 * minuteMs, 29),
      SMS_RECEIVED: arriving(2 * hourMs, 12),
      SMS_SENT: { state: 'silent', lastAtMs: nowMs - 400 * hourMs, count: 4 }
    },
    { canSendTest: true }
  )
}

/** Everything that can be wrong with webhooks, at once. */
export const troubledCoach = (nowMs: number): WebhookCoach => {
  const problem = (remarks: WebhookRow['remarks'], agoMs = hourMs): Partial<WebhookRow> => ({
    state: 'problem',
    lastAtMs: nowMs - agoMs,
    count: 9,
    remarks
  })
  return coachWith(
    {
      INCOMING_EXTERNAL_CALL: problem([{ kind: 'old-address' }, { kind: 'sent-by-get' }]),
      CALL_ENDED: { state: 'arriving', lastAtMs: nowMs - 3 * minuteMs, count: 88 },
      USER_DIAL: problem([{ kind: 'other-account', accountId: '10061' }]),
      USER_ANSWER: problem([{ kind: 'not-understood', why: 'It names no caller' }]),
      SMS_RECEIVED: {
        state: 'arriving',
        lastAtMs: nowMs - 40_000,
        count: 3,
        remarks: [
          {
            kind: 'unknown-fields',
            fields: ['anrufer_rufnummer', 'custom_data_with_a_name_that_nobody_would_have_expected']
          }
        ]
      },
      SMS_SENT: { state: 'silent', lastAtMs: nowMs - 400 * hourMs, count: 4 },
      QUEUE_NO_ANSWER: problem([{ kind: 'before-address-change' }], 30 * hourMs)
    },
    { unknownNames: [{ name: 'VOICEMAIL_RECEIVED', count: 2, lastAtMs: nowMs - 5 * hourMs }] }
  )
}

export const sampleReachGaps = (nowMs: number): readonly Gap[] => [
  { fromMs: nowMs - 5 * hourMs, toMs: nowMs - 5 * hourMs + 15 * minuteMs, reason: 'The tunnel stopped.' },
  { fromMs: nowMs - 17 * hourMs, toMs: nowMs - 9 * hourMs, reason: null },
  {
    fromMs: nowMs - 80 * hourMs,
    toMs: nowMs - 80 * hourMs + 20_000,
    reason: 'This computer had no network.'
  }
]
