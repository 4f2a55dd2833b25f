import { createBackupService } from '../../src/main/core/backup/index.ts'
import { createBoundedLog } from '../../src/main/core/bounded-log.ts'
import { createCallsService } from '../../src/main/core/calls/index.ts'
import { createCarryOut } from '../../src/main/core/carry-out.ts'
import { createDirectory } from '../../src/main/core/contacts/index.ts'
import { type ApiCallLog, createDiagnosticsService } from '../../src/main/core/diagnostics/index.ts'
import { createDialing } from '../../src/main/core/dialing/index.ts'
import { createEntrances } from '../../src/main/core/entrances.ts'
import { createLiveValue } from '../../src/main/core/live-value.ts'
import { createLines, createMessaging } from '../../src/main/core/messages/index.ts'
import { createOffice } from '../../src/main/core/office.ts'
import { noPolicy } from '../../src/main/core/policy/index.ts'
import { createPopupService } from '../../src/main/core/popup/index.ts'
import type { HostAdapters } from '../../src/main/core/ports.ts'
import { createReachService } from '../../src/main/core/reach/index.ts'
import { createRecords } from '../../src/main/core/records.ts'
import { createAccountBook, createSessionService } from '../../src/main/core/session/index.ts'
import { createSettingsService } from '../../src/main/core/settings/index.ts'
import { createTeamService } from '../../src/main/core/team/index.ts'
import { createUpdating } from '../../src/main/core/updates/index.ts'
import { createReadBudget } from '../../src/main/core/voice360/index.ts'
import type { RequestLog } from '../../src/main/core/webhooks/index.ts'
import type { Services } from '../../src/main/ipc/request-handlers.ts'
import { InMemorySecretStore } from '../../src/main/secrets/in-memory-secret-store.ts'
import type { RebuildProgress } from '../../src/shared/domain/event-reading.ts'
import { unknownPresence } from '../../src/shared/domain/presence.ts'
import { unknownReach } from '../../src/shared/domain/reach.ts'
import { aloneAtWork } from './alone-at-work.ts'
import { InMemoryDocumentStore } from './in-memory-document-store.ts'
import { InMemoryLedger } from './in-memory-ledger.ts'
import { createManualClock } from './manual-clock.ts'
import { neverJoined } from './never-joined.ts'
import { noTunnels } from './no-tunnels.ts'
import { createRecordingLog } from './recording-log.ts'
import { callRecord, messageRecord, threadRecord } from './sample-records.ts'
import { scriptedTeamLink } from './scripted-team-link.ts'
import { scriptedUpdater } from './scripted-updater.ts'
import { textByKey } from './text-by-key.ts'

const ignore = (): undefined => undefined

/** What a host was asked to do, by name. */
export function recordingHost(): HostAdapters & { readonly asked: readonly string[] } {
  const asked: string[] = []
  const note = (name: string) => (): void => void asked.push(name)
  return {
    asked,
    describe: () => ({
      name: 'browser',
      hasTray: false,
      hasPopupWindow: false,
      isPopupOnTop: false
    }),
    pages: { publish: (channel) => void asked.push(`publish ${channel}`) },
    popupWindow: {
      show: note('popupWindow.show'),
      hide: note('popupWindow.hide'),
      fitHeight: (heightPx) => void asked.push(`popupWindow.fitHeight ${heightPx}`),
      takeFocus: note('popupWindow.takeFocus'),
      giveFocusBack: note('popupWindow.giveFocusBack'),
      resetPosition: note('popupWindow.resetPosition'),
      drag: (grip) => void asked.push(`popupWindow.drag ${grip ? `${grip.x},${grip.y}` : 'no more'}`)
    },
    dialStrip: {
      show: note('dialStrip.show'),
      giveFocusBack: note('dialStrip.giveFocusBack'),
      hide: note('dialStrip.hide'),
      fitHeight: (heightPx) => void asked.push(`dialStrip.fitHeight ${heightPx}`)
    },
    mainWindow: { show: note('mainWindow.show'), isVisible: () => true },
    notifier: {
      notify() {
        asked.push('notify')
        return ignore
      }
    },
    tray: { show: note('tray.show') },
    shortcuts: { isUnproven: false, register: (shortcuts) => shortcuts.map(() => 'unavailable') },
    clipboard: {
      hasSelection: false,
      readText: () => Promise.resolve(''),
      readSelection: () => Promise.resolve('')
    },
    links: {
      system: 'linux',
      stateOf: () => Promise.resolve('another'),
      makeDefault: (scheme) => Promise.resolve(void asked.push(`links.makeDefault ${scheme}`))
    },
    startAtLogin: {
      state: () => Promise.resolve('off'),
      set: (isOn) => Promise.resolve(void asked.push(`startAtLogin ${isOn}`))
    },
    recentNumbers: { show: (entries) => void asked.push(`recentNumbers ${entries.length}`) },
    appearance: { setTheme: (theme) => void asked.push(`theme ${theme}`) },
    resumed: { watch: () => ignore },
    attention: { get: () => ({ isSeen: true, isLocked: false, isOnBattery: false }), watch: () => ignore },
    filePlaces: { hasDialogs: false, pathOf: (name) => `/nowhere/${name}`, isAbsolute: () => true },
    updater: scriptedUpdater('no-feed'),
    urlOpener: {
      open(url) {
        asked.push(`open ${url}`)
        return Promise.resolve(true)
      }
    }
  }
}

/** Every service that answers a page, on fakes, signed out, with one call and one message in the ledger. */
export function officeServices(): Services & { readonly host: ReturnType<typeof recordingHost> } {
  const clock = createManualClock()
  const log = createRecordingLog()
  const t = textByKey
  const host = recordingHost()
  const ledger = new InMemoryLedger()
  ledger.calls = [callRecord()]
  ledger.messages = [messageRecord({ otherAddress: '+12125550101' })]
  ledger.threads = [threadRecord()]
  const secrets = new InMemorySecretStore()
  const directory = createDirectory(t)
  const settings = createSettingsService(new InMemoryDocumentStore(), t)
  const region = () => settings.current.get().region
  const requests: RequestLog = createBoundedLog(10)
  const apiCalls: ApiCallLog = createBoundedLog(10)
  const session = createSessionService({
    // A port that fetch does not even connect to.
    apiUrl: 'http://127.0.0.1:9/v3/voice',
    policy: noPolicy(''),
    secrets,
    accounts: createAccountBook(new InMemoryDocumentStore()),
    restart: () => Promise.resolve(),
    clock,
    apiCalls,
    noteRateBudget: ignore,
    t,
    log
  })
  const carryOut = createCarryOut({ ledger, clock, log, t, publish: ignore })
  const who = { api: session.api, region, directory, clock, log, t }
  const places = { find: () => Promise.resolve(null) }
  const messaging = createMessaging({
    ...who,
    ledger,
    lines: createLines(region, directory, t),
    settings: settings.current.get,
    isQuiet: () => false,
    places,
    host,
    carryOut,
    publish: ignore,
    publishReplaced: ignore,
    newId: () => crypto.randomUUID()
  })
  const work = aloneAtWork()
  const calls = createCallsService({
    ledger,
    work,
    settings: settings.current,
    clock,
    directory,
    identity: () => ({ extension: null, myLines: null }),
    findColleagues: () => [],
    describeMessage: messaging.messages.describe,
    publish: ignore,
    publishReplaced: ignore,
    dialsForgotten: ignore,
    t
  })
  const outbound = createDialing({
    ...who,
    ledger,
    host,
    carryOut,
    myExtension: () => '1001',
    myNumbers: () => null,
    presence: () => unknownPresence,
    runningCalls: () => [],
    settings: settings.current.get
  })
  const popup = createPopupService({
    alertOf: () => 'card',
    findLastContact: () => Promise.resolve(null),
    places,
    clock
  })
  const team = createTeamService({
    loadLink: () => Promise.resolve(scriptedTeamLink()),
    document: new InMemoryDocumentStore(),
    secrets,
    settings,
    account: { id: () => null, hasKeys: () => false, changed: session.accountsChanged },
    clock,
    log,
    t
  })
  return {
    ...messaging,
    host,
    rebuild: createLiveValue<RebuildProgress | null>(null),
    session,
    settings,
    policy: noPolicy('/etc/voice360-companion/policy.json'),
    updates: createUpdating({
      updater: host.updater,
      settings: settings.current,
      ledger,
      isMine: () => true,
      dial: outbound.dialing.current,
      clock,
      log,
      t
    }).updates,
    describeHost: () => ({
      ...host.describe(),
      secretStore: secrets.name,
      isSecretStorePersistent: secrets.isPersistent
    }),
    calls,
    ...createOffice({
      ...who,
      ledger,
      work,
      budget: createReadBudget(),
      host,
      isRinging: () => false,
      isQuiet: () => false,
      isMyQueue: () => false,
      queueAlerts: () => [],
      hasDeveloperKey: () => false,
      team: neverJoined,
      myExtension: () => null
    }),
    backup: createBackupService({
      ...who,
      files: null,
      isEncrypted: true,
      settings: new InMemoryDocumentStore(),
      accountId: () => null,
      appVersion: '0.0.0',
      host,
      restart: () => Promise.resolve()
    }),
    team,
    reach: createReachService({
      team,
      followStream: () => ({
        isCaughtUp: createLiveValue(false),
        start: ignore,
        stop: ignore
      }),
      ...who,
      ledger,
      secrets,
      document: new InMemoryDocumentStore(),
      settings,
      tunnels: noTunnels,
      readNetwork: () => '',
      isOfOtherAccount: () => false,
      host,
      accountId: () => null,
      requests,
      askSimulator: null,
      port: 0,
      onStored: ignore,
      onGap: ignore
    }),
    dialing: outbound.dialing,
    ...createEntrances({
      host,
      settings: settings.current,
      ...outbound,
      directory,
      popup,
      drafts: messaging.drafts,
      newId: () => crypto.randomUUID(),
      clock,
      log,
      t,
      aside: ignore
    }),
    popup,
    ...createRecords({
      ...who,
      ledger,
      work,
      settings: settings.current,
      colleagues: () => [],
      myExtension: () => '1001',
      findCall: (callId) => calls.get(callId),
      host,
      publishReplaced: ignore,
      newId: () => crypto.randomUUID()
    }),
    diagnostics: createDiagnosticsService({
      ledger,
      requests,
      apiCalls,
      reach: () => unknownReach,
      settings: settings.current.get,
      versions: [],
      machine: { users: [], hosts: [] },
      readLog: () => Promise.resolve(''),
      redact: (text) => text,
      clock,
      t
    })
  }
}
