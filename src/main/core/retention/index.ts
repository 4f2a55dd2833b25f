export { createRetentionService, type RetentionService } from './retention-service.ts'
