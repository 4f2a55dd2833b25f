import type { Call } from '../../../shared/domain/call.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { LiveValue } from '../live-value.ts'
import type { Clock, HostAdapters, Log, Places } from '../ports.ts'
import { showPerson } from '../show-person.ts'
import type { Translate } from '../translate.ts'
import type { Voice360Api } from '../voice360/index.ts'
import { alertOf } from './alert-of.ts'
import { type CallNotifications, createCallNotifications } from './call-notifications.ts'
import { createMyQueues, type MyQueues } from './my-queues.ts'
import { createPopupService, type PopupService } from './popup-service.ts'
import { createQuietWatch, type QuietWatch } from './quiet-watch.ts'

/** Everything that tells of callers, and what decides whether it does. */
export interface CallerAlerts {
  readonly popup: PopupService
  readonly callNotifications: CallNotifications
  readonly myQueues: MyQueues
  readonly quiet: QuietWatch
}

interface Dependencies {
  readonly settings: LiveValue<Settings>
  readonly api: () => Voice360Api | null
  readonly hasDeveloperKey: () => boolean
  readonly myExtension: () => string | null
  readonly findLastContact: (call: Call) => Promise<PopupCard['lastContact']>
  readonly places: Places
  readonly host: Pick<HostAdapters, 'describe' | 'notifier' | 'mainWindow' | 'pages'>
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}

export function createCallerAlerts(dependencies: Dependencies): CallerAlerts {
  const { settings, findLastContact, places, host, clock, t } = dependencies
  const quiet = createQuietWatch(settings, clock)
  const isQuiet = () => quiet.untilMs() !== null
  const myQueues = createMyQueues({ ...dependencies, chosen: () => settings.get().myQueues })
  const alertOfCall = (call: Call) =>
    alertOf(call, { settings: settings.get(), isMyQueue: myQueues.isMine, isQuiet: isQuiet() })
  return {
    quiet,
    myQueues,
    popup: createPopupService({ alertOf: alertOfCall, findLastContact, places, clock }),
    callNotifications: createCallNotifications({
      alertOf: alertOfCall,
      isCardEnough: () => host.describe().isPopupOnTop,
      isQuiet,
      isMaskingDigits: () => settings.get().isMaskingDigits,
      notifier: host.notifier,
      showPerson: (address) => showPerson(host, { address, compose: null }),
      clock,
      t
    })
  }
}
