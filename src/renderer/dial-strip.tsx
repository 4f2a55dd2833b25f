import './zod-without-eval.ts'
import { mountPage } from './app/mount-page.tsx'
import { DialStrip } from './features/dialing/index.ts'

mountPage(<DialStrip />)
