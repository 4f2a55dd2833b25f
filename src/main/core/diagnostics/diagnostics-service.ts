import type { ApiCallEntry, Diagnostics, SupportBundle } from '../../../shared/domain/diagnostics.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { BoundedLog } from '../bounded-log.ts'
import type { Clock, Ledger, StoredEvent } from '../ports.ts'
import type { Translate } from '../translate.ts'
import type { RequestLog } from '../webhooks/index.ts'
import type { MachineNames } from './own-words.ts'
import { makeSupportBundle } from './support-bundle.ts'

/** The newest requests to Voice360's API. */
export type ApiCallLog = BoundedLog<Omit<ApiCallEntry, 'id'>>

/** What somebody needs to see who helps with this app. */
export interface DiagnosticsService {
  get(): Diagnostics
  /** Redacted: nobody and nothing of what was said can be recognised, but what belongs together still does. */
  makeBundle(options: { readonly hasEvents: boolean }): Promise<SupportBundle>
}

interface Dependencies {
  readonly ledger: Pick<Ledger, 'listEvents' | 'listGaps' | 'listWebhookSightings' | 'listContactNames'>
  readonly requests: RequestLog
  readonly apiCalls: ApiCallLog
  readonly reach: () => Reach
  readonly settings: () => Settings
  /** Of the app, what it runs on, and what it is made of. */
  readonly versions: Diagnostics['versions']
  readonly machine: MachineNames
  /** The end of the log file, redacted already. */
  readonly readLog: () => Promise<string>
  /** Takes secrets out of a text, and pieces of them. */
  readonly redact: (text: string) => string
  readonly clock: Pick<Clock, 'nowMs'>
  readonly t: Translate
}

const mostEvents = 5_000
const eventsAtOnce = 500
const mostGaps = 1_000

export function createDiagnosticsService(dependencies: Dependencies): DiagnosticsService {
  const { ledger, requests, apiCalls, reach, settings, versions, machine, readLog, redact, clock, t } =
    dependencies

  /** Oldest first. */
  async function newestEvents(): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = []
    let beforeSeq: number | null = null
    while (events.length < mostEvents) {
      const page: readonly StoredEvent[] = await ledger.listEvents({
        beforeSeq,
        limit: eventsAtOnce,
        isNotUnderstoodOnly: false
      })
      events.push(...page)
      beforeSeq = page.at(-1)?.seq ?? null
      if (page.length < eventsAtOnce) break
    }
    return events.toReversed()
  }

  return {
    get: () => ({ requests: requests.list(), apiCalls: apiCalls.list(), versions }),
    async makeBundle({ hasEvents }) {
      const [events, gaps, sightings, contactNames, log] = await Promise.all([
        newestEvents(),
        ledger.listGaps(mostGaps),
        ledger.listWebhookSightings(),
        ledger.listContactNames(),
        readLog()
      ])
      const about = {
        madeAtMs: clock.nowMs(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        versions,
        reach: reach(),
        settings: settings()
      }
      const logs = { requests: requests.list(), apiCalls: apiCalls.list(), log }
      return makeSupportBundle(
        { about, ...logs, events, gaps, sightings, contactNames, machine, hasEvents, redact },
        t
      )
    }
  }
}
