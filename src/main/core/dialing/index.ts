export { createDialingService, type DialingService } from './dialing-service.ts'
