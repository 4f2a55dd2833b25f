export { createReachService, type ReachService } from './reach-service.ts'
