import { createCarryOut } from '../../src/main/core/carry-out.ts'
import { createDirectory } from '../../src/main/core/contacts/index.ts'
import { createLines, createMessaging } from '../../src/main/core/messages/index.ts'
import type { LedgerChanges } from '../../src/main/core/ports.ts'
import type { Voice360Api } from '../../src/main/core/voice360/index.ts'
import { defaultSettings, type Settings } from '../../src/shared/domain/settings.ts'
import type { EventChannel } from '../../src/shared/ipc/channels.ts'
import type { EventPayload } from '../../src/shared/ipc/events.ts'
import { InMemoryLedger } from './in-memory-ledger.ts'
import { createManualClock, type ManualClock } from './manual-clock.ts'
import { recordingHost } from './office-services.ts'
import { createRecordingLog } from './recording-log.ts'
import { recordingNotifier } from './recording-notifier.ts'
import { answered, stubApi } from './stub-api.ts'
import { textByKey } from './text-by-key.ts'

type SendMessage = Voice360Api['sendMessage']

export const myLine = '+15551234567'
export const myFax = '+15550001111'
export const theirNumber = '+12125550101'

/** What a test may change while messaging runs. */
interface World {
  sendMessage: SendMessage
  isSignedIn: boolean
  isQuiet: boolean
  isWindowVisible: boolean
  settings: Settings
}

/** All of messaging around a ledger in memory, with one line to write from and one that cannot. */
export async function openMessaging(
  ledger: InMemoryLedger = new InMemoryLedger(),
  clock: ManualClock = createManualClock()
) {
  const world: World = {
    sendMessage: () => answered({ message_id: 'msg_1' }),
    isSignedIn: true,
    isQuiet: false,
    isWindowVisible: false,
    settings: defaultSettings
  }
  const requests: Parameters<SendMessage>[0][] = []
  const published: LedgerChanges[] = []
  const told: { readonly channel: EventChannel; readonly payload: unknown }[] = []
  const log = createRecordingLog()
  const directory = createDirectory(textByKey)
  const lines = createLines(() => 'US', directory, textByKey)
  const notifier = recordingNotifier()
  const host = recordingHost()
  const api = stubApi({
    getNumbers: () =>
      answered([
        { number: myLine, friendly_name: 'Main Business Line', sms_enabled: true },
        { number: myFax, friendly_name: 'Fax', sms_enabled: false }
      ]),
    sendMessage(request) {
      requests.push(request)
      return world.sendMessage(request)
    }
  })
  await lines.refresh(api)
  const publish = (changes: LedgerChanges) => void published.push(changes)
  const messaging = createMessaging({
    ledger,
    directory,
    lines,
    api: () => (world.isSignedIn ? api : null),
    region: () => 'US',
    settings: () => world.settings,
    isQuiet: () => world.isQuiet,
    places: { find: () => Promise.resolve({ name: 'New York, NY', timeZone: 'America/New_York' }) },
    host: {
      ...host,
      notifier,
      pages: {
        publish(channel, payload) {
          told.push({ channel, payload })
        }
      },
      mainWindow: { ...host.mainWindow, isVisible: () => world.isWindowVisible }
    },
    carryOut: createCarryOut({ ledger, clock, log, t: textByKey, publish }),
    publish,
    publishReplaced: () => void told.push({ channel: 'calls:history-replaced', payload: {} }),
    newId: () => crypto.randomUUID(),
    clock,
    log,
    t: textByKey
  })
  return {
    ...messaging,
    world,
    ledger,
    clock,
    directory,
    lines,
    log,
    host,
    /** The requests that Voice360 was sent. */
    requests,
    /** What the ledger told. */
    published,
    notifications: notifier.shown,
    /** What the pages were told on `channel`. */
    toldOn: <E extends EventChannel>(channel: E) =>
      told.filter((it) => it.channel === channel).map((it) => it.payload as EventPayload<E>)
  }
}

export type OpenedMessaging = Awaited<ReturnType<typeof openMessaging>>
