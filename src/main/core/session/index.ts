export { createAccountBook } from './account.ts'
export { nameOf } from './check-key.ts'
export { createSessionService, type SessionService } from './session-service.ts'
export { expectAccount, signInWithKeys } from './sign-in-with-keys.ts'
