export { createHotkeysService, type HotkeysService } from './hotkeys-service.ts'
