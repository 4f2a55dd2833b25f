export { createApiPresence } from './api-presence.ts'
export { createFreeWatch, type FreeWatch } from './free-watch.ts'
export { createPresenceReader } from './presence-reader.ts'
export { createPresenceService, type PresenceService } from './presence-service.ts'
