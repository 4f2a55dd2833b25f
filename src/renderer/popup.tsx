import './zod-without-eval.ts'
import { mountPage } from './app/mount-page.tsx'
import { PopupWindow } from './features/popup/index.ts'

mountPage(<PopupWindow />)
