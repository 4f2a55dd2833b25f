export { type ApiCallLog, createDiagnosticsService, type DiagnosticsService } from './diagnostics-service.ts'
