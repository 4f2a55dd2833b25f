import { createBoundedLog } from '../../src/main/core/bounded-log.ts'
import { createDiagnosticsService, type LoggedEvent } from '../../src/main/core/diagnostics/index.ts'
import type { StoredEvent } from '../../src/main/core/ports.ts'
import type { SupportBundle } from '../../src/shared/domain/diagnostics.ts'
import { unknownReach } from '../../src/shared/domain/reach.ts'
import { defaultSettings } from '../../src/shared/domain/settings.ts'
import { InMemoryLedger } from './in-memory-ledger.ts'
import { textByKey } from './text-by-key.ts'

type Dependencies = Parameters<typeof createDiagnosticsService>[0]

/** Events as the ledger lists them: newest first. */
export const storedEvents = (events: readonly LoggedEvent[]): readonly StoredEvent[] =>
  events
    .map((event, index) => ({
      seq: index + 1,
      name: '',
      accountId: null,
      occurredAtMs: event.receivedAtMs,
      notUnderstood: null,
      ...event
    }))
    .toReversed()

/** The support bundle of an app in which these events came in. */
export function bundleOf(
  events: readonly LoggedEvent[],
  more: Partial<Dependencies> = {},
  hasEvents = true
): Promise<SupportBundle> {
  const ledger = new InMemoryLedger()
  const stored = storedEvents(events)
  const listEvents: Dependencies['ledger']['listEvents'] = ({ beforeSeq, limit }) =>
    Promise.resolve(stored.filter(({ seq }) => beforeSeq === null || seq < beforeSeq).slice(0, limit))
  const service = createDiagnosticsService({
    ledger: Object.assign(ledger, { listEvents }),
    requests: createBoundedLog(1_000),
    apiCalls: createBoundedLog(1_000),
    reach: () => unknownReach,
    settings: () => defaultSettings,
    versions: [],
    machine: { users: [], hosts: [] },
    readLog: () => Promise.resolve(''),
    redact: (text) => text,
    clock: { nowMs: () => Date.UTC(2026, 0, 15, 10, 30) },
    t: textByKey,
    ...more
  })
  return service.makeBundle({ hasEvents })
}

export const fileOf = (bundle: SupportBundle, name: string): string => {
  const file = bundle.files.find((it) => it.name === name)
  if (file === undefined) throw new Error(`The bundle has no ${name}`)
  return file.text
}
