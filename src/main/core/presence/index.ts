export { createPresencePoller, type PresencePoller } from './presence-poller.ts'
export { createPresenceReader } from './presence-reader.ts'
