export { createSettingsService, type SettingsService, settingsDocumentOf } from './settings-service.ts'
