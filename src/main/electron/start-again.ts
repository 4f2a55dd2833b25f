import { app } from 'electron'
import { readCommandLine } from '../core/links/index.ts'

/** Has the app started again, with the words of its own that it was started with, once this process has ended. */
export function startAgain(): void {
  app.relaunch({
    // What runs of an AppImage lies in a folder that goes with the process.
    execPath: process.env['APPIMAGE'] ?? process.execPath,
    // A link that was opened then is not opened again.
    args: [...readCommandLine(process.argv.slice(1)).ownWords]
  })
}
