export { ExportDialog } from './export-dialog.tsx'
export { type ExportFormat } from './write-history.ts'
