export { PopupOverlay } from './popup-overlay.tsx'
export { PopupWindow } from './popup-window.tsx'
