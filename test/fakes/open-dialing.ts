import { createCarryOut } from '../../src/main/core/carry-out.ts'
import { createDirectory } from '../../src/main/core/contacts/index.ts'
import { createDialHistory } from '../../src/main/core/dialing/dial-history.ts'
import { createDialingService } from '../../src/main/core/dialing/dialing-service.ts'
import type { Voice360Api } from '../../src/main/core/voice360/index.ts'
import type { Dial, DialState } from '../../src/shared/domain/dialing.ts'
import { type Colleague, type Presence, unknownPresence } from '../../src/shared/domain/presence.ts'
import { defaultSettings, type Settings } from '../../src/shared/domain/settings.ts'
import { InMemoryLedger } from './in-memory-ledger.ts'
import { createManualClock } from './manual-clock.ts'
import { createRecordingLog } from './recording-log.ts'
import { answered, stubApi } from './stub-api.ts'
import { textByKey } from './text-by-key.ts'

export type PlaceCall = Voice360Api['placeCall']

export const colleague = (extension: string, change: Partial<Colleague> = {}): Colleague => ({
  extension,
  name: `Colleague ${extension}`,
  isMe: false,
  isOnline: true,
  calls: [],
  ...change
})

/** What a test may change of the office in which it dials, at any time. */
interface DialingOffice {
  settings: Settings
  extension: string | null
  isSignedIn: boolean
  myNumbers: ReadonlySet<string> | null
  presence: Presence
  /** What Voice360 answers. */
  placeCall: PlaceCall
}

/** The dialing service on a clock of its own, with what it asked of Voice360 and which states its dials took. */
export function openDialing() {
  const office: DialingOffice = {
    settings: defaultSettings,
    extension: '1001',
    isSignedIn: true,
    myNumbers: null,
    presence: { ...unknownPresence, detail: 'with-calls', colleagues: [colleague('1002')] },
    placeCall: () => answered({ call_id: 'call-7' })
  }
  const clock = createManualClock()
  const ledger = new InMemoryLedger()
  const log = createRecordingLog()
  const requests: Parameters<PlaceCall>[0][] = []
  const api = stubApi({
    placeCall(request) {
      requests.push(request)
      return office.placeCall(request)
    }
  })
  const dialing = createDialingService({
    carryOut: createCarryOut({ ledger, clock, log, t: textByKey, publish: () => {} }),
    directory: createDirectory(textByKey),
    history: createDialHistory(ledger),
    api: () => (office.isSignedIn ? api : null),
    myExtension: () => office.extension,
    myNumbers: () => office.myNumbers,
    presence: () => office.presence,
    runningCalls: () => [],
    settings: () => office.settings,
    clock,
    log,
    t: textByKey
  })
  const states: (DialState | null)[] = []
  dialing.current.watch((dial) => states.push(dial?.state ?? null))

  const confirm = ({ id }: Dial, candidateIndex = 0, isAgreed = false) =>
    dialing.confirm({ dialId: id, candidateIndex, callerId: null, isRecorded: false, isAgreed })

  /** Dials a text, as far as the request's answer. */
  const dialAndWait = async (text: string): Promise<Dial | null> => {
    await confirm(dialing.propose(text, 'page'))
    await clock.advance(3_000)
    return dialing.current.get()
  }

  return {
    office,
    clock,
    ledger,
    requests,
    dialing,
    states,
    confirm,
    dialAndWait
  }
}
