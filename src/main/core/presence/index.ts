export { createPresencePoller, type PresencePoller } from './presence-poller.ts'
