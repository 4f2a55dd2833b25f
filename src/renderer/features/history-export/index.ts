export { ExportDialog } from './export-dialog.tsx'
export { type WhatToExport } from './what-to-export.ts'
export { type ExportFormat } from './write-history.ts'
