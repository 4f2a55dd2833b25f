export { type ApiCallLog, createDiagnosticsService, type DiagnosticsService } from './diagnostics-service.ts'
export { type LoggedEvent, readEventLog, writeEventLog } from './event-log.ts'
export type { MachineNames } from './own-words.ts'
