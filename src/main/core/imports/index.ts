export { createFileImport, type FileImport, type Preparation } from './file-import.ts'
export { readCsv } from './read-csv.ts'
export { cleanText, shortText } from './row-text.ts'
export { createTurns } from './turns.ts'
