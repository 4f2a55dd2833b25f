export { createStartService, type StartService } from './start-service.ts'
