export { createEventReadingService, type EventReadingService } from './event-reading-service.ts'
