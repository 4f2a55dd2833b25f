import { join } from 'node:path'
import { app } from 'electron'
import { documentsIn } from '../documents/conf-document-store.ts'
import { serveElectronPages } from '../ipc/electron-ipc.ts'
import { openApplication } from '../open-application.ts'
import { readKeys } from '../read-keys.ts'
import { readyLine, waitingLine } from '../ready-line.ts'
import { readStartOptions } from '../start-options.ts'
import { createTranslate } from '../text/create-translate.ts'
import { settleBeforeReady } from './before-ready.ts'
import { createStore } from './create-store.ts'
import { createDesktopHost } from './desktop-host.ts'
import { keepCompiledCode } from './keep-compiled-code.ts'
import { catchFaults, failToStart } from './last-words.ts'
import { gatherOutsideRequests, wordsOf } from './outside-requests.ts'
import { claimSingleInstance } from './single-instance.ts'

const workerFile = join(import.meta.dirname, 'ledger-worker.cjs')

async function main(): Promise<void> {
  const running = catchFaults(Date.now)
  settleBeforeReady()
  const options = readStartOptions(wordsOf(process.argv), process.env, app)
  if (!claimSingleInstance(options.userDataFolder)) return app.exit(0)
  keepCompiledCode(options.userDataFolder)
  const outside = gatherOutsideRequests(options.requests)
  const keys = options.hasKeysOnInput ? await readKeys(process.stdin) : []
  await app.whenReady()

  const openDocument = documentsIn({ folder: options.userDataFolder, createStore })
  const t = createTranslate()
  const host = createDesktopHost(openDocument('window-state'), t, options.isHidden)
  const application = openApplication({
    host: host.adapters,
    options,
    keys,
    workerFile,
    createStore,
    onWaiting: (reason) => options.json && console.error(waitingLine(reason))
  })
  running({ application, lastFault: openDocument('last-fault'), notifier: host.adapters.notifier, t })
  serveElectronPages(application, host.isOurWindow)
  await host.run(application)
  // Before that nobody is signed in who could call.
  outside.open((requests) => host.openFromOutside(requests))
  if (options.json) console.log(readyLine(application, options))
}
main().catch(failToStart)
