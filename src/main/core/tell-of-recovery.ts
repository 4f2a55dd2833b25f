import type { HostAdapters, Log, Recovered } from './ports.ts'
import type { Translate } from './translate.ts'

interface Dependencies {
  readonly host: Pick<HostAdapters, 'notifier' | 'mainWindow'>
  /** Whether the keychain had no key for it. */
  readonly isKeyNew: boolean
  readonly log: Log
  readonly t: Translate
}

/** Tells the user that the ledger could not be read, what is left of it, and where the damaged one is. */
export function tellOfRecovery(
  { setAsideAs, keptEvents }: Recovered,
  { host, isKeyNew, log, t }: Dependencies
): void {
  log.error('The ledger could not be read and was set aside', { setAsideAs, keptEvents, isKeyNew })
  const isNew = keptEvents === null
  host.notifier.notify({
    title: t(isNew ? 'ledger.setAside' : 'ledger.damaged'),
    body: isNew
      ? t(isKeyNew ? 'ledger.keyLost' : 'ledger.otherKey', { file: setAsideAs })
      : t('ledger.carriedOver', { count: keptEvents, file: setAsideAs }),
    onActivate: () => host.mainWindow.show()
  })
}
