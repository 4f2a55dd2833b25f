export { createListeningRecord } from './listening-record.ts'
export { createReachService, type ReachService } from './reach-service.ts'
