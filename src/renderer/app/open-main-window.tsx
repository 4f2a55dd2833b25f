import { MainWindow } from './main-window.tsx'
import { mountPage } from './mount-page.tsx'

/** Starts the main window's page. */
export function openMainWindow(): void {
  takeKeys()
  mountPage(<MainWindow />)
}

/**
 * A window that loads before it is shown can have the keyboard while no part of its page does: shortcuts would do nothing until the
 * first click. To focus the window itself would bring it before what its user works in.
 */
function takeKeys(): void {
  const root = document.getElementById('root')
  if (!root) return
  root.tabIndex = -1
  root.focus({ preventScroll: true })
}
