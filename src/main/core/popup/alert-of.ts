import type { Call } from '../../../shared/domain/call.ts'
import type { CallAlert, Settings } from '../../../shared/domain/settings.ts'

/** An event that is older than this when it arrives is history, not a caller who waits. */
const lateAfterMs = 60_000

export type AlertSettings = Pick<
  Settings,
  'popups' | 'directCallAlert' | 'queueCallAlert' | 'internalCallAlert'
>

export interface AlertRules {
  readonly settings: AlertSettings
  readonly isMyQueue: (queueName: string) => boolean
  readonly isQuiet: boolean
}

/** How a call makes itself known: by whose it is first, then by where it comes from. */
export function alertOf(call: Call, { settings, isMyQueue, isQuiet }: AlertRules): CallAlert {
  if (isQuiet || !isWanted(call, settings.popups, isMyQueue)) return 'off'
  if (call.queueName !== null) return settings.queueCallAlert
  return call.direction === 'internal' ? settings.internalCallAlert : settings.directCallAlert
}

function isWanted(call: Call, scope: Settings['popups'], isMyQueue: AlertRules['isMyQueue']): boolean {
  switch (scope) {
    case 'everyone':
      return true
    case 'mine':
      return call.isMine
    case 'my-queues':
      return call.isMine || (call.queueName !== null && isMyQueue(call.queueName))
  }
}

/** Whether somebody waits at the other end of this call, as far as its events can tell. */
export const isArriving = (call: Call, nowMs: number): boolean =>
  call.direction !== 'outbound' && call.state === 'ringing' && nowMs - call.startedAtMs < lateAfterMs
