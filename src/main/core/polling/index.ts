export { paceOf } from './pace.ts'
export { createPoller } from './poller.ts'
