import { type Call, isLost } from '../../../shared/domain/call.ts'
import { maskedParty } from '../../../shared/domain/mask-digits.ts'
import type { CallAlert } from '../../../shared/domain/settings.ts'
import type { Clock, Notifier } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { isArriving } from './alert-of.ts'

/** Tells of callers by the system's notifications where no card does. */
export interface CallNotifications {
  callChanged(call: Call): void
  /** The call is gone: it was part of another one, or was deleted. */
  callRemoved(callId: string): void
}

interface Dependencies {
  readonly alertOf: (call: Call) => CallAlert
  /** Whether a card is seen whatever else is on screen; where it is not, a notification carries it too. */
  readonly isCardEnough: () => boolean
  readonly isQuiet: () => boolean
  readonly isMaskingDigits: () => boolean
  readonly notifier: Notifier
  readonly showPerson: (address: string) => void
  readonly clock: Clock
  readonly t: Translate
}

export function createCallNotifications(dependencies: Dependencies): CallNotifications {
  const { alertOf, isCardEnough, isQuiet, isMaskingDigits, notifier, clock, t } = dependencies
  /** The calls that were told of and are not over, with how to take that back. */
  const told = new Map<string, () => void>()

  const shown = (call: Call) => (isMaskingDigits() ? maskedParty(call.other) : call.other)

  function tellOfArrival(call: Call): () => void {
    const other = shown(call)
    const target = call.queueName ?? call.line?.name ?? call.line?.display
    return notifier.notify({
      title: target ? t('notification.incomingCallTo', { target }) : t('notification.incomingCall'),
      body: [other.name, other.display].filter(Boolean).join(' · '),
      onActivate: () => dependencies.showPerson(call.other.address)
    })
  }

  function tellOfLoss(call: Call): void {
    const other = shown(call)
    notifier.notify({
      title: t('notification.missedCallFrom', { name: other.name ?? other.display }),
      body: call.queueName ?? call.line?.name ?? call.line?.display ?? '',
      onActivate: () => dependencies.showPerson(call.other.address)
    })
  }

  const isToBeTold = (call: Call): boolean => {
    const alert = alertOf(call)
    return alert === 'notification' || (alert === 'card' && !isCardEnough())
  }

  function takeBack(callId: string): void {
    told.get(callId)?.()
    told.delete(callId)
  }

  return {
    callRemoved: takeBack,
    callChanged(call) {
      if (!told.has(call.id)) {
        if (!isArriving(call, clock.nowMs()) || !isToBeTold(call)) return
        told.set(call.id, tellOfArrival(call))
      } else if (call.state !== 'ringing') {
        takeBack(call.id)
        if (isLost(call.state) && !isQuiet()) tellOfLoss(call)
      }
    }
  }
}
