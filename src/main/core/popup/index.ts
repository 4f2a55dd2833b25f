export type { CallNotifications } from './call-notifications.ts'
export { createCallerAlerts } from './caller-alerts.ts'
export { createPopupService, type PopupService } from './popup-service.ts'
