import { Hono } from 'hono'
import { apiApp } from './api/app.ts'
import { type ChosenKeys, KeyRing } from './api/caller.ts'
import { Envelope } from './api/envelope.ts'
import type { RateLimits } from './api/rate-limit.ts'
import { RequestLog } from './api/request-log.ts'
import { BoundedLog } from './bounded-log.ts'
import { ManualClock, type SimulatorClock, TimerScope } from './clock.ts'
import { controlApp } from './control/app.ts'
import { FaultBoard } from './faults.ts'
import { LivelyOffice } from './lively-office.ts'
import { Directory } from './pbx/directory.ts'
import type { PbxEvent } from './pbx/event.ts'
import { officePlan } from './pbx/office-plan.ts'
import { type CallTimings, Switchboard } from './pbx/switchboard.ts'
import { TextMessages, type TextTimings } from './pbx/text-messages.ts'
import { SeededRandom } from './seeded-random.ts'
import { EventDispatcher } from './webhooks/event-dispatcher.ts'
import { HttpPostOffice } from './webhooks/http-post-office.ts'
import { WebhookRegistry } from './webhooks/registry.ts'
import { WebhookSender } from './webhooks/webhook-sender.ts'

export interface WorldSettings {
  readonly accountId: number
  readonly seed: number
  readonly users: number
  readonly keys: ChosenKeys
  readonly clock: SimulatorClock
  readonly isOfficeOpen: boolean
  readonly rateLimits: RateLimits
  readonly callTimings: CallTimings
  readonly textTimings: TextTimings
  readonly webhookTimeoutMs: number
  readonly webhookBackOffMs: number
}

/** Everything that a reset does away with: one office, its events and the routes to it. */
interface World {
  readonly app: Hono
  readonly keys: KeyRing
  dispose(): void
}

export function createWorld(settings: WorldSettings, reset: () => void): World {
  const { accountId, seed, rateLimits } = settings
  const clock = new TimerScope(settings.clock)
  const directory = new Directory(officePlan(settings.users))
  const keys = new KeyRing(directory, SeededRandom.forPurpose(seed, 'keys'), settings.keys)
  const envelope = new Envelope(() => clock.nowMs())
  const faults = new FaultBoard()
  const requestLog = new RequestLog()
  const registry = new WebhookRegistry()
  const postOffice = new HttpPostOffice(settings.webhookTimeoutMs)
  const sender = new WebhookSender({ clock, postOffice, backOffMs: settings.webhookBackOffMs })
  const dispatcher = new EventDispatcher({
    accountId,
    clock,
    random: SeededRandom.forPurpose(seed, 'faults'),
    faults,
    registry,
    sender
  })
  const events = new BoundedLog<PbxEvent>()
  const emit = (event: PbxEvent) => {
    events.add(event)
    dispatcher.dispatch(event)
    office.notice(event)
  }
  const switchboard = new Switchboard({
    clock,
    random: SeededRandom.forPurpose(seed, 'calls'),
    directory,
    emit,
    timings: settings.callTimings
  })
  const messages = new TextMessages({
    clock,
    random: SeededRandom.forPurpose(seed, 'messages'),
    directory,
    emit,
    timings: settings.textTimings
  })
  const office = new LivelyOffice({
    clock,
    random: SeededRandom.forPurpose(seed, 'office'),
    directory,
    switchboard,
    messages
  })
  if (settings.isOfficeOpen) office.open()

  const pbx = { accountId, directory, switchboard, messages, faults, requestLog }
  const manualClock = settings.clock instanceof ManualClock ? settings.clock : undefined
  const app = new Hono()
    .route('/_simulator', controlApp({ ...pbx, registry, sender, events, office, manualClock, reset }))
    .route('/', apiApp({ ...pbx, clock, keys, envelope, rateLimits }))
    .notFound((c) => envelope.refuse(c, 404, 'Requested resource not found'))
    .onError((error, c) => {
      console.error(error)
      return envelope.refuse(c, 500, 'Internal server error - please try again')
    })

  return {
    app,
    keys,
    dispose() {
      clock.close()
      postOffice.close()
    }
  }
}
