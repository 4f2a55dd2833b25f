export { createFreeWatch, type FreeWatch } from './free-watch.ts'
export { createPresencePoller, type PresencePoller } from './presence-poller.ts'
export { createPresenceReader } from './presence-reader.ts'
