import './zod-without-eval.ts'
import { MainWindow } from './app/main-window.tsx'
import { mountPage } from './app/mount-page.tsx'

mountPage(<MainWindow />)
