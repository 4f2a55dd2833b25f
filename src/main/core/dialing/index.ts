export type { DialHistory } from './dial-history.ts'
export { dialSuggestions } from './dial-suggestions.ts'
export { createDialing } from './dialing.ts'
export type { DialingService } from './dialing-service.ts'
