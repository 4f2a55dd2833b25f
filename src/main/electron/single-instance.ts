import { mkdirSync } from 'node:fs'
import { app } from 'electron'

/** False where the app already runs in this folder: then this start has handed over its command line and has to end. */
export function claimSingleInstance(userDataFolder: string): boolean {
  mkdirSync(userDataFolder, { recursive: true, mode: 0o700 })
  app.setPath('userData', userDataFolder)
  return app.requestSingleInstanceLock()
}

/** Calls `onStart` with the command line of every further start, which ends by itself. */
export function onFurtherStart(onStart: (argv: readonly string[]) => void): void {
  app.on('second-instance', (_event, argv) => onStart(argv))
}
