import { app } from 'electron'

/** Closes what the command line could open. To be called before the app is ready; nothing may follow it that could run first. */
export function hardenProcess(): void {
  app.enableSandbox()
  // A build for developers is driven and debugged through these switches.
  if (!app.isPackaged) return
  if (app.commandLine.hasSwitch('no-sandbox')) app.exit(1)
  app.commandLine.removeSwitch('remote-debugging-port')
  app.commandLine.removeSwitch('remote-debugging-pipe')
}
