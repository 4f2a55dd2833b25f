import app from '../../package.json' with { type: 'json' }
import type { Host } from '../shared/domain/session.ts'
import type { Settings } from '../shared/domain/settings.ts'
import { contract } from '../shared/ipc/contract.ts'
import { composeGround } from './compose-ground.ts'
import { createAnnouncer } from './core/announcer.ts'
import type { Application } from './core/application.ts'
import { createBackupService } from './core/backup/index.ts'
import {
  type CallsService,
  createCallsService,
  createMissedCallClearer,
  createPresenceCheck,
  type Identity,
  isMine,
  lastContactBefore
} from './core/calls/index.ts'
import { createCarryOut } from './core/carry-out.ts'
import { createDiagnosticsService } from './core/diagnostics/index.ts'
import { createDialing } from './core/dialing/index.ts'
import { createEntrances } from './core/entrances.ts'
import { createSignal } from './core/live-value.ts'
import { createLines, createMessaging } from './core/messages/index.ts'
import { createOffice } from './core/office.ts'
import { passChangesOn } from './core/pass-changes-on.ts'
import { createCallerAlerts } from './core/popup/index.ts'
import type { LedgerChanges, Recovered } from './core/ports.ts'
import { createRecords } from './core/records.ts'
import { signInWithKeys } from './core/session/index.ts'
import { createSharedWork, createStreamFollower, type FollowedStream } from './core/team/index.ts'
import { tellOfRecovery } from './core/tell-of-recovery.ts'
import { tellPages } from './core/tell-pages.ts'
import { createTrayUpdater } from './core/tray-updater.ts'
import { createUpdating } from './core/updates/index.ts'
import { createWayIn } from './core/way-in.ts'
import type { Ingredients } from './ingredients.ts'
import { createRequestAnswerer } from './ipc/answer-request.ts'
import { createRequestHandlers } from './ipc/request-handlers.ts'
import { createGeoCarrierPlaces } from './places/geo-carrier-places.ts'
import { simulatorAsker } from './simulator-asker.ts'

/** Builds the application: the one place that knows every part. Nothing runs before `start`, except that the ledger opens. */
export async function composeApplication(ingredients: Ingredients): Promise<Application> {
  const { host, options, policy, secrets, documents, log, t } = ingredients

  const ground = await composeGround(ingredients)
  const { settings, region, reader, directory, budget, apiCalls, requests, session, kept, clock } = ground
  const { ledger } = kept
  /** What almost every part needs. */
  const tools = { host, clock, log, t }
  const myExtension = () => session.me()?.extension ?? null
  const changes = createSignal<LedgerChanges>()
  const publish = changes.emit
  const carryOut = createCarryOut({ ledger, clock, log, t, publish })
  const followStream = (followed: FollowedStream) => createStreamFollower(followed, ledger.recovered)

  const wayIn = createWayIn({
    ...ingredients,
    followStream,
    ledger,
    settings,
    session,
    requests,
    askSimulator: options.simulatorUrl === null ? null : simulatorAsker(options.simulatorUrl),
    port: options.webhookPort,
    onStored: (_event, stored) => publish(stored),
    onGap: () => {
      publishReplaced()
      office.restart()
    }
  })
  const { reach, team } = wayIn
  const work = createSharedWork({
    ...tools,
    membership: team,
    ledger,
    follow: followStream,
    nameOf: (extension) => directory.describe(extension).name
  })
  const lines = createLines(region, directory, t)
  const identity = (): Identity => {
    const mine = lines.current.get()
    return { extension: myExtension(), myLines: mine && new Set(mine.map((line) => line.address)) }
  }
  const publishReplaced = () => {
    host.pages.publish('calls:history-replaced', {})
    readDialsAgain()
    updateTray()
  }
  const readDialsAgain = () => aside(outbound.history.load())
  const calls: CallsService = createCallsService({
    ...tools,
    ledger,
    work,
    settings: settings.current,
    directory,
    identity,
    findColleagues: (text) => presence.findExtensions(text),
    describeMessage: (record) => messaging.messages.describe(record),
    publish,
    publishReplaced,
    dialsForgotten: readDialsAgain
  })
  const places = createGeoCarrierPlaces(() => clock.nowMs())
  const messaging = createMessaging({
    ...tools,
    ledger,
    directory,
    lines,
    api: session.api,
    region,
    settings: settings.current.get,
    isQuiet: () => quiet.untilMs() !== null,
    places,
    carryOut,
    publish,
    publishReplaced,
    newId: () => crypto.randomUUID()
  })
  const office = createOffice({
    ...tools,
    api: session.api,
    hasDeveloperKey: () => session.keyKinds().includes('developer'),
    team,
    myExtension,
    isMyQueue: (queueName) => myQueues.isMine(queueName),
    isRinging: () => announcer.ringingCount() > 0,
    isQuiet: () => quiet.untilMs() !== null,
    queueAlerts: () => settings.current.get().queueAlerts,
    region,
    ledger,
    work,
    directory,
    budget
  })
  const { presence, freeWatch, queues, lostCallers } = office
  const outbound = createDialing({
    ...tools,
    ledger,
    carryOut,
    directory,
    api: session.api,
    myExtension,
    myNumbers: () => identity().myLines,
    presence: presence.current.get,
    runningCalls: () => presenceCheck.listRunning().map(calls.describe),
    settings: settings.current.get
  })
  const updating = createUpdating({
    ...tools,
    updater: host.updater,
    settings: settings.current,
    ledger,
    isMine: (call) => isMine(call, identity()),
    dial: outbound.dialing.current
  })
  const { popup, callNotifications, myQueues, quiet } = createCallerAlerts({
    ...tools,
    settings: settings.current,
    api: session.api,
    hasDeveloperKey: () => session.keyKinds().includes('developer'),
    myExtension,
    places,
    findLastContact: async (call) => {
      if (call.other.address === '') return null
      const { entries } = await calls.timeline(call.other.address, { before: null, limit: 3 })
      return lastContactBefore(entries, call.id)
    }
  })
  const announcer = createAnnouncer({
    ...messaging,
    host,
    calls,
    popup,
    callNotifications
  })
  const presenceCheck = createPresenceCheck({
    ledger,
    clock,
    newId: () => crypto.randomUUID(),
    publish,
    onFailure: (error) =>
      log.warn('What presence tells of a call could not be kept', { error: String(error) })
  })
  const clearMissed = createMissedCallClearer(ledger, identity, publish)
  const records = createRecords({
    ...tools,
    ledger,
    directory,
    region,
    work,
    settings: settings.current,
    colleagues: () => presence.current.get().colleagues,
    myExtension,
    findCall: (callId) => calls.get(callId),
    publishReplaced,
    newId: () => crypto.randomUUID()
  })
  const diagnostics = createDiagnosticsService({
    ...tools,
    ledger,
    requests,
    apiCalls,
    reach: reach.current.get,
    settings: settings.current.get,
    versions: ingredients.versions,
    machine: ingredients.machine,
    readLog: ingredients.readLog,
    redact: ingredients.redact
  })

  const entrances = createEntrances({
    ...tools,
    settings: settings.current,
    ...outbound,
    directory,
    popup,
    drafts: messaging.drafts,
    newId: () => crypto.randomUUID(),
    aside
  })
  const backup = createBackupService({
    ...tools,
    files: kept.files,
    isEncrypted: ledger.isEncrypted,
    settings: documents.settings,
    accountId: () => session.accountId(),
    appVersion: app.version,
    restart: ingredients.restart
  })
  const updateTray = createTrayUpdater({
    ...tools,
    ledger,
    calls,
    rest: () => ({
      reach: reach.current.get(),
      ringingCount: announcer.ringingCount(),
      quietUntilMs: quiet.untilMs()
    }),
    aside
  })
  const describeHost = (): Host => ({
    ...host.describe(),
    secretStore: secrets.name,
    isSecretStorePersistent: secrets.isPersistent
  })

  /** For what nobody waits for: where it fails, because the ledger is busy or closing, that must not end the app. */
  function aside(task: Promise<void>): void {
    task.catch((error: unknown) => log.warn('Something in the background failed', { error: String(error) }))
  }

  function followOnDesktop(current: Settings): void {
    entrances.hotkeys.follow(current)
    host.appearance.setTheme(current.theme)
  }

  const tellRecovered = (recovered: Recovered): void =>
    tellOfRecovery(recovered, { ...tools, isKeyNew: kept.isKeyNew })

  function connect(): void {
    tellPages({ ...services, rebuild: ledger.rebuild, directory, lines })
    passChangesOn(changes, {
      announcer,
      office,
      callFollowers: [presenceCheck, updating],
      clearMissed,
      stopChanged: (stop) => messaging.recipients.stopChanged(stop),
      updateTray,
      aside
    })
    work.changed.watch((changed) => publish(changed.changes))
    presence.wasRead.watch((read) => presenceCheck.presenceRead(read))
    ledger.projected.watch(publish)
    const recoveredBefore = ledger.recovered.get()
    if (recoveredBefore !== null) tellRecovered(recoveredBefore)
    ledger.recovered.watch((recovered) => {
      if (recovered === null) return
      tellRecovered(recovered)
      publishReplaced()
    })
    ledger.rebuild.watch((progress) => {
      if (progress === null) publishReplaced()
    })
    session.keysChanged.watch(() => {
      office.restart()
      aside(lines.refresh(session.api()))
      aside(myQueues.refresh())
      // Who I am decides which of the missed calls are mine.
      updateTray()
    })
    myQueues.told.watch(() => queues.myQueuesChanged())
    quiet.changed.watch(updateTray)
    settings.current.watch((current) => {
      followOnDesktop(current)
      aside(ledger.setReader(reader()))
    })
    lines.current.watch(updateTray)
    reach.current.watch(updateTray)
  }

  const services = {
    ...messaging,
    ...entrances,
    dialing: outbound.dialing,
    host,
    describeHost,
    rebuild: ledger.rebuild,
    session,
    settings,
    policy,
    updates: updating.updates,
    calls,
    presence,
    freeWatch,
    queues,
    lostCallers,
    reach,
    team,
    popup,
    ...records,
    diagnostics,
    backup
  }

  const answerRequest = createRequestAnswerer(contract, createRequestHandlers(services), log)
  // A page that asked before would show the sign-in of somebody who is signed in.
  const isAccountKnown = Promise.withResolvers<void>()

  const settleOrphans = async () => {
    const interrupted = t('api.maybeSent', { reason: t('api.interrupted') })
    const orphans = await ledger.settleOrphans(interrupted, clock.nowMs())
    publish(orphans.changes)
    await outbound.start(orphans.dials)
  }

  /** Each may wait for as long as it likes: where the application was stopped meanwhile, the next one does not begin. */
  const startSteps: readonly (() => Promise<void> | void)[] = [
    connect,
    () => followOnDesktop(settings.current.get()),
    () => session.restore(),
    () => isAccountKnown.resolve(),
    () => records.contacts.refresh(),
    settleOrphans,
    () => work.start(),
    () => wayIn.start(),
    () => office.start(),
    () => records.retention.start(),
    () => presenceCheck.start(),
    () => signInWithKeys(session, { ...options, keys: ingredients.keys }, log),
    () => messaging.scheduled.start(),
    () => updating.start()
  ]
  const ending = new AbortController()

  return {
    async start() {
      for (const step of startSteps) {
        if (ending.signal.aborted) return
        await step()
      }
    },
    async stop() {
      ending.abort()
      outbound.cancel()
      messaging.scheduled.stop()
      updating.stop()
      office.stop()
      work.stop()
      presenceCheck.stop()
      records.retention.stop()
      records.contacts.stop()
      await wayIn.stop()
      await ledger.close()
    },
    async answer(channel, args) {
      await isAccountKnown.promise
      return answerRequest(channel, args)
    },
    reach: reach.current.get,
    proposeDialFromClipboard: () => entrances.proposeDialFromClipboard(),
    cancelDial: outbound.cancel,
    openFromOutside: (outside) => entrances.links.open(outside),
    stayQuietUntil: (untilMs) => void settings.update({ quietUntilMs: untilMs })
  }
}
