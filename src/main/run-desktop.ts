import { documentsIn } from './documents/conf-document-store.ts'
import { createStore } from './electron/create-store.ts'
import { createDesktopHost } from './electron/desktop-host.ts'
import type { FirstWindow } from './electron/first-window.ts'
import type { RunningApp } from './electron/last-words.ts'
import type { gatherOutsideRequests } from './electron/outside-requests.ts'
import { serveElectronPages } from './ipc/electron-ipc.ts'
import { openApplication } from './open-application.ts'
import { readyLine, waitingLine } from './ready-line.ts'
import type { StartOptions } from './start-options.ts'
import { createTranslate } from './text/create-translate.ts'

export interface DesktopParts {
  readonly first: FirstWindow
  readonly options: StartOptions
  readonly keys: readonly string[]
  /** The script of the ledger's worker. */
  readonly workerFile: string
  readonly outside: ReturnType<typeof gatherOutsideRequests>
  readonly onRunning: (running: RunningApp) => void
}

/** Puts the application behind its first window and runs it. */
export async function runDesktop(parts: DesktopParts): Promise<void> {
  const { first, options, keys, workerFile, outside, onRunning } = parts
  const openDocument = documentsIn({ folder: options.userDataFolder, createStore })
  const t = createTranslate()
  const host = createDesktopHost(first, openDocument('window-state'), t)
  const application = openApplication({
    host: host.adapters,
    options,
    keys,
    workerFile,
    createStore,
    onWaiting: (reason) => options.json && console.error(waitingLine(reason))
  })
  onRunning({ application, lastFault: openDocument('last-fault'), notifier: host.adapters.notifier, t })
  serveElectronPages(application, host.isOurWindow)
  await host.run(application)
  // Before that nobody is signed in who could call.
  outside.open((requests) => host.openFromOutside(requests))
  if (options.json) console.log(readyLine(application, options))
}
