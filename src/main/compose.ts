import { join } from 'node:path'
import type { Host } from '../shared/domain/session.ts'
import { createAnnouncer } from './core/announcer.ts'
import type { Application } from './core/application.ts'
import { createCallsService, type Identity, joinTimeline, lastContactBefore } from './core/calls/index.ts'
import { createCarryOut } from './core/carry-out.ts'
import { createDirectory } from './core/contacts/index.ts'
import { createDialingService } from './core/dialing/index.ts'
import { createSignal } from './core/live-value.ts'
import { createLines, createMessagesService } from './core/messages/index.ts'
import { createPopupService } from './core/popup/index.ts'
import type { Clock, DocumentStore, HostAdapters, LedgerChanges, Log, SecretStore } from './core/ports.ts'
import { createPresencePoller } from './core/presence/index.ts'
import { createReachService } from './core/reach/index.ts'
import { createSessionService } from './core/session/index.ts'
import { createSettingsService } from './core/settings/index.ts'
import type { Translate } from './core/translate.ts'
import { createRequestAnswerer } from './ipc/answer-request.ts'
import { createRequestHandlers } from './ipc/request-handlers.ts'
import { openLedger } from './ledger/open-ledger.ts'
import { readLedgerKey } from './ledger-key.ts'
import type { StartOptions } from './start-options.ts'

const trayDelayMs = 100

/** What a host brings to the application. */
export interface Ingredients {
  readonly host: HostAdapters
  readonly options: StartOptions
  /** API keys to sign in with at the start, beside those kept. */
  readonly keys: readonly string[]
  readonly secrets: SecretStore
  readonly documents: { readonly settings: DocumentStore; readonly account: DocumentStore }
  /** The compiled or plain ledger worker. */
  readonly workerFile: string | URL
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
}

/** Builds the application: the one place that knows every part. Nothing runs before `start`, except that the ledger opens. */
export async function composeApplication(ingredients: Ingredients): Promise<Application> {
  const { host, options, secrets, documents, clock, log, t } = ingredients

  const settings = createSettingsService(documents.settings, t)
  const region = () => settings.current.get().region
  const directory = createDirectory(t)
  const session = createSessionService({
    apiUrl: options.apiUrl,
    secrets,
    accounts: documents.account,
    t,
    log
  })
  const myExtension = () => session.me()?.extension ?? null

  // Without a keychain there is no place for the ledger's key: it then lives in memory, as long as the run.
  const ledger = await openLedger({
    file: secrets.isPersistent ? join(options.userDataFolder, 'ledger.db') : null,
    encryptionKey: await readLedgerKey(secrets),
    region: region(),
    workerFile: ingredients.workerFile,
    log
  })
  const changes = createSignal<LedgerChanges>()
  const publish = changes.emit
  const carryOut = createCarryOut({ ledger, clock, log, t, publish })

  const lines = createLines(region, t)
  const identity = (): Identity => {
    const mine = lines.current.get()
    return { extension: myExtension(), myLines: mine && new Set(mine.map((line) => line.address)) }
  }
  const calls = createCallsService(ledger, directory, identity)
  const messages = createMessagesService({
    ledger,
    directory,
    lines,
    api: session.api,
    region,
    clock,
    t,
    carryOut,
    publish
  })
  const presence = createPresencePoller({
    api: session.api,
    hasDeveloperKey: () => session.keyKinds().includes('developer'),
    myExtension,
    region,
    directory,
    clock,
    log,
    t
  })
  const dialing = createDialingService({
    carryOut,
    directory,
    api: session.api,
    myExtension,
    isKnownExtension: (digits) =>
      presence.current.get().colleagues.some(({ extension }) => extension === digits),
    settings: settings.current.get,
    clock,
    log,
    t
  })
  const popup = createPopupService({
    rule: () => settings.current.get().popups,
    findLastContact: async (call) => {
      if (call.other.address === '') return null
      const contacts = await ledger.listContacts(call.other.address, 2)
      return lastContactBefore(
        joinTimeline(contacts.calls.map(calls.describe), contacts.messages.map(messages.describe), 4),
        call.id
      )
    },
    onOpened: (call) => announcer.callerArrived(call),
    clock
  })
  const announcer = createAnnouncer({ host, calls, messages, popup, settings: settings.current.get, t })
  const reach = createReachService({
    ledger,
    secrets,
    clock,
    log,
    t,
    port: options.webhookPort,
    onStored: (_envelope, stored) => publish(stored)
  })

  let hotkey: string | null = null
  const describeHost = (): Host => ({
    ...host.describe(),
    hotkey,
    secretStore: secrets.name,
    isSecretStorePersistent: secrets.isPersistent
  })

  async function proposeDialFromClipboard(): Promise<void> {
    dialing.propose(await host.clipboard.readText())
  }

  function tellOfNewLedger(setAsideAs: string): void {
    log.error('The ledger could not be read and was set aside', { setAsideAs })
    host.notifier.notify({
      title: t('ledger.setAside'),
      body: t('ledger.setAsideAs', { file: setAsideAs }),
      onActivate: () => host.mainWindow.show()
    })
  }

  function registerHotkey(): void {
    const wanted = settings.current.get().dialHotkey
    hotkey = host.hotkeys.register(wanted, () => aside(proposeDialFromClipboard())) ? wanted : null
  }

  /** For what nobody waits for: where it fails, because the ledger is busy or closing, that must not end the app. */
  function aside(work: Promise<void>): void {
    work.catch((error: unknown) => log.warn('Something in the background failed', { error: String(error) }))
  }

  async function showInTray(): Promise<void> {
    const threads = await ledger.listThreads()
    const unreadCount = threads.reduce((sum, thread) => sum + thread.unreadCount, 0)
    host.tray.show({ reach: reach.current.get(), ringingCount: announcer.ringingCount(), unreadCount })
  }

  let isTrayDue = false
  /** A burst of events changes the tray once. */
  function updateTray(): void {
    if (isTrayDue) return
    isTrayDue = true
    clock.schedule(trayDelayMs, () => {
      isTrayDue = false
      aside(showInTray())
    })
  }

  function connect(): void {
    changes.watch((change) => {
      announcer.announce(change)
      updateTray()
    })
    session.current.watch((current) => {
      host.pages.publish('session:session-changed', current)
      presence.restart()
      aside(lines.refresh(session.api()))
    })
    settings.current.watch((current) => {
      host.pages.publish('settings:settings-changed', current)
      aside(ledger.setRegion(current.region))
    })
    directory.namesChanged.watch(() => host.pages.publish('contacts:names-changed', {}))
    lines.current.watch(() => host.pages.publish('contacts:names-changed', {}))
    presence.current.watch((current) => host.pages.publish('presence:presence-changed', current))
    reach.current.watch((current) => {
      host.pages.publish('reach:reach-changed', current)
      updateTray()
    })
    dialing.current.watch((dial) => {
      if (dial) host.pages.publish('dialing:dial-changed', dial)
      if (dial?.state === 'confirming') host.dialStrip.show()
      if (!dial) host.dialStrip.hide()
    })
    popup.cards.watch((cards) => {
      host.pages.publish('popup:cards-changed', cards)
      if (cards.length > 0) host.popupWindow.show()
      else host.popupWindow.hide()
    })
  }

  const services = {
    host,
    describeHost,
    ledger,
    session,
    settings,
    calls,
    messages,
    presence,
    reach,
    dialing,
    popup
  }

  return {
    async start() {
      connect()
      registerHotkey()
      publish(await ledger.settleOrphans(t('api.maybeSent', { reason: t('api.interrupted') }), clock.nowMs()))
      if (ledger.recovered) tellOfNewLedger(ledger.recovered.setAsideAs)
      await reach.start()
      await session.restore()
      if (options.accountId === null) return
      for (const key of ingredients.keys) {
        const outcome = await session.signIn({
          accountId: options.accountId,
          key,
          extension: options.extension
        })
        if (!outcome.ok)
          log.error('A key given at the start was not taken', { reason: outcome.failure.message })
      }
    },
    async stop() {
      presence.stop()
      await reach.stop()
      await ledger.close()
    },
    answer: createRequestAnswerer(createRequestHandlers(services), log),
    reach: reach.current.get,
    proposeDialFromClipboard,
    proposeDial: (text) => void dialing.propose(text)
  }
}
