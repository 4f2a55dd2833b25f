import type { Dial } from '../../../shared/domain/dialing.ts'
import type { DialIntent } from '../intent.ts'
import type { DialLedger, HostAdapters } from '../ports.ts'
import { showPerson } from '../show-person.ts'
import { createDialHistory, type DialHistory } from './dial-history.ts'
import { createDialingService, type DialingDependencies, type DialingService } from './dialing-service.ts'

/** Dialing, around the one dial that is on show. */
export interface Dialing {
  readonly dialing: DialingService
  readonly history: DialHistory
  /** Puts away what is on show, as far as it is not sent yet. */
  readonly cancel: () => void
  /** Reads whom earlier runs called. `unsure` are dials of which an earlier run did not live to hear: the user is told. */
  readonly start: (unsure: readonly DialIntent[]) => Promise<void>
}

interface Dependencies extends Omit<DialingDependencies, 'history'> {
  readonly ledger: DialLedger
  readonly host: Pick<HostAdapters, 'pages' | 'dialStrip' | 'notifier' | 'mainWindow'>
}

/** How long it is said that the phone rings; what then is to be keyed in by hand is needed for longer. */
const placedShownMs = 6_000

/** How long it is said that nothing was dialed. */
const cancelledShownMs = 1_000

/** How long a dial that came to its end stays on show; null for as long as the user wants. */
function shownMsOf({ state, chosen }: Dial): number | null {
  if (state === 'cancelled') return cancelledShownMs
  return state === 'placed' && (chosen?.extensionByHand ?? null) === null ? placedShownMs : null
}

export function createDialing(dependencies: Dependencies): Dialing {
  const { ledger, host, directory, clock, t } = dependencies
  const history = createDialHistory(ledger)
  const dialing = createDialingService({ ...dependencies, history })
  let shownId: string | null = null
  dialing.current.watch((dial) => {
    host.pages.publish('dialing:dial-changed', dial)
    if (dial === null) host.dialStrip.hide()
    // Once a dial: what comes to it later, such as links that are left out, must not take the keyboard again.
    if (dial && dial.id !== shownId) host.dialStrip.show()
    shownId = dial?.id ?? null
    // What it says then needs no key: whoever cancelled goes on where they were.
    if (dial?.state === 'cancelled') host.dialStrip.giveFocusBack()
    const shownMs = dial && shownMsOf(dial)
    if (dial && shownMs !== null) clock.schedule(shownMs, () => dialing.cancel(dial.id))
  })

  function tellUnsure({ to }: DialIntent): void {
    const { name, display } = directory.describe(to)
    host.notifier.notify({
      title: t('dialing.unsureTitle', { who: name ?? display }),
      body: t('dialing.unsureBody'),
      onActivate: () => showPerson(host, { address: to, compose: null })
    })
  }

  return {
    dialing,
    history,
    cancel() {
      const dial = dialing.current.get()
      if (dial) dialing.cancel(dial.id)
    },
    async start(unsure) {
      await history.load()
      for (const dial of unsure) tellUnsure(dial)
    }
  }
}
