export { type UpdatesService } from './updates-service.ts'
export { createUpdating } from './updating.ts'
