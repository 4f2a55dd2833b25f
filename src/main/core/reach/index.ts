export { createReachService, type ReachDependencies, type ReachService } from './reach-service.ts'
