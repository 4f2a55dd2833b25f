export { nameOf } from './check-key.ts'
export { type Credentials, createSessionService, type SessionService } from './session-service.ts'
