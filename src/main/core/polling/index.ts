export { paceOf } from './pace.ts'
export { createPoller } from './poller.ts'
export type { Reading, Source, Stale } from './source.ts'
