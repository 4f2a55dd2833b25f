import { MainWindow } from './main-window.tsx'
import { mountPage } from './mount-page.tsx'

/** Starts the main window's page. */
export const openMainWindow = (): void => mountPage(<MainWindow />)
