import { app } from 'electron'

/**
 * Closes what the command line could open. To be called before the app is ready; nothing may follow it that could run first.
 *
 * @throws Error in the user's words, where a packaged app was started without Chromium's sandbox
 */
export function hardenProcess(): void {
  // Looked at first, since `enableSandbox` takes the switch away; thrown, since `app.exit` lets what follows run.
  if (app.isPackaged && app.commandLine.hasSwitch('no-sandbox')) {
    throw new Error('It does not run with --no-sandbox.')
  }
  app.enableSandbox()
  // A build for developers is driven and debugged through these switches.
  if (!app.isPackaged) return
  app.commandLine.removeSwitch('remote-debugging-port')
  app.commandLine.removeSwitch('remote-debugging-pipe')
}
