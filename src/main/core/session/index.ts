export { nameOf } from './check-key.ts'
export { createSessionService, type SessionService } from './session-service.ts'
export { signInWithKeys } from './sign-in-with-keys.ts'
