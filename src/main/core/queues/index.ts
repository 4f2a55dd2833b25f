export { createQueueWatch } from './queue-watch.ts'
export { createQueuesService, type QueuesService } from './queues-service.ts'
