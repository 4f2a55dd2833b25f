import type { ApiCallEntry, Diagnostics, SupportBundle } from '../../../shared/domain/diagnostics.ts'
import type { Reach } from '../../../shared/domain/reach.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { BoundedLog } from '../bounded-log.ts'
import type { Clock, Ledger } from '../ports.ts'
import type { RequestLog } from '../webhooks/index.ts'

/** The newest requests to Voice360's API. */
export type ApiCallLog = BoundedLog<Omit<ApiCallEntry, 'id'>>

/** What somebody needs to see who helps with this app. */
export interface DiagnosticsService {
  get(): Diagnostics
  /** Redacted: nobody and nothing of what was said can be recognised, but what belongs together still does. */
  makeBundle(options: { readonly hasEvents: boolean }): Promise<SupportBundle>
}

interface Dependencies {
  readonly ledger: Pick<Ledger, 'listEvents' | 'listGaps' | 'listWebhookSightings'>
  readonly requests: RequestLog
  readonly apiCalls: ApiCallLog
  readonly reach: () => Reach
  readonly settings: () => Settings
  /** Of the app, what it runs on, and what it is made of. */
  readonly versions: Diagnostics['versions']
  /** The end of the log file, redacted already. */
  readonly readLog: () => Promise<string>
  readonly clock: Pick<Clock, 'nowMs'>
}

export function createDiagnosticsService({ requests, apiCalls, versions }: Dependencies): DiagnosticsService {
  return {
    get: () => ({ requests: requests.list(), apiCalls: apiCalls.list(), versions }),
    makeBundle: () => Promise.resolve({ fileName: 'voice360-support.zip', files: [] })
  }
}
