export { QuietControl } from './quiet-control.tsx'
