export type { LostCallerMarks, LostCallerRecords } from './lost-callers.ts'
export { createLostCallersService, type LostCallersService } from './lost-callers-service.ts'
export { createQueueWatch } from './queue-watch.ts'
export { createQueuesService, type QueuesService } from './queues-service.ts'
