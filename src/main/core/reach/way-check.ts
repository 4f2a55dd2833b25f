import type { WayCheck } from '../../../shared/domain/reach.ts'
import type { Clock } from '../ports.ts'
import type { Translate } from '../translate.ts'
import type { TestEvents } from '../webhooks/index.ts'
import { describeAnswer, describeFault, isOfBeingOffline } from './describe-check.ts'

const timeLimitMs = 4_000

interface Dependencies {
  readonly testEvents: Pick<TestEvents, 'issue'>
  readonly clock: Clock
  readonly t: Translate
  readonly fetch?: typeof fetch | undefined
}

export interface WayTest extends WayCheck {
  /** It did not get out of this computer. */
  readonly isOffline: boolean
}

/**
 * Sends a test event to the webhook's public address. It has passed when it came in here and was answered with 200. Never throws;
 * `signal` breaks it off.
 */
export type CheckWay = (webhookUrl: string, signal: AbortSignal) => Promise<WayTest>

export function createWayCheck({ testEvents, clock, t, fetch = globalThis.fetch }: Dependencies): CheckWay {
  return async (webhookUrl, signal) => {
    const beganMs = clock.nowMs()
    const host = URL.parse(webhookUrl)?.host ?? ''
    const limit = new AbortController()
    const stopped = AbortSignal.any([signal, limit.signal])
    const cancelLimit = clock.schedule(timeLimitMs, () => limit.abort())
    const test = testEvents.issue()
    const told = (reason: string | null, isOffline = false): WayTest => {
      const atMs = clock.nowMs()
      return { atMs, isPassed: reason === null, tookMs: Math.max(0, atMs - beganMs), reason, isOffline }
    }
    try {
      const response = await fetch(webhookUrl, {
        method: 'POST',
        redirect: 'manual',
        // A connection of its own, as Voice360 makes one: an older one could lead where the name does not any more.
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: test.body,
        signal: stopped
      })
      void response.body?.cancel().catch(() => undefined)
      // What takes an event in and hands it on later answers before it comes in here.
      const isHere = await isSettled(test.arrived, response.ok ? stopped : AbortSignal.abort())
      return told(describeAnswer({ status: response.status, isHere, host }, t))
    } catch (error) {
      if (limit.signal.aborted) return told(t('reach.check.timedOut', { host }))
      return told(describeFault(error, host, t), isOfBeingOffline(error))
    } finally {
      cancelLimit()
      test.giveUp()
    }
  }
}

/** Whether it resolves before `until`; what has resolved already does. */
function isSettled(promise: Promise<void>, until: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    void promise.then(() => resolve(true))
    const giveUp = (): void => void Promise.resolve().then(() => resolve(false))
    if (until.aborted) giveUp()
    else until.addEventListener('abort', giveUp, { once: true })
  })
}
