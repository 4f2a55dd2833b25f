export type { CallFact, CallRecord } from './call-record.ts'
export { correlateCall, correlationSpan, type KnownCall } from './correlate-call.ts'
export { deriveCall } from './derive-call.ts'
export { readCallFact } from './read-call-fact.ts'
