export { DialBar } from './dial-bar.tsx'
export { DialDialog } from './dial-dialog.tsx'
export { DialStrip } from './dial-strip.tsx'
export { useProposeDial } from './use-propose-dial.ts'
