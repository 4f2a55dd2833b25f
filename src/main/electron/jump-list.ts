import { app } from 'electron'
import type { RecentNumber } from './recent-numbers.ts'

/** Windows' list beside the app's icon: each of its tasks starts the app once more, which hands the number over to the one that runs. */
export function showJumpList(entries: readonly RecentNumber[], isPackaged: boolean, appPath: string): void {
  const before = isPackaged ? '' : `"${appPath}" `
  app.setJumpList([
    {
      type: 'tasks',
      items: entries.map(({ address, label }) => ({
        type: 'task',
        title: label,
        description: label,
        program: process.execPath,
        args: `${before}dial ${address}`,
        iconPath: process.execPath,
        iconIndex: 0
      }))
    }
  ])
}
