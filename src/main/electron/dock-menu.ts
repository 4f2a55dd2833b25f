import { app, Menu } from 'electron'
import { type RecentNumber, recentNumberItems } from './recent-numbers.ts'

/** The menu of the app's icon in macOS' dock. */
export function showDockMenu(entries: readonly RecentNumber[], dial: (address: string) => void): void {
  app.dock?.setMenu(Menu.buildFromTemplate(recentNumberItems(entries, dial)))
}
