export { createSettingsService, type SettingsService, settingsIn } from './settings-service.ts'
