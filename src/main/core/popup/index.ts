export { createPopupService, type PopupService } from './popup-service.ts'
