import { firstPaint } from './app/first-paint.ts'

// The window's outline stands in the document: it is seen before the code of the page is read.
await firstPaint()
await import('./zod-without-eval.ts')
const { openMainWindow } = await import('./app/open-main-window.tsx')
openMainWindow()
