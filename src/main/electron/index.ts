import { join } from 'node:path'
import { app } from 'electron'
import ElectronStore from 'electron-store'
import { createRequestGate, readCommandLine } from '../core/links/index.ts'
import { type DocumentPlace, openConfDocument } from '../documents/conf-document-store.ts'
import { serveElectronPages } from '../ipc/electron-ipc.ts'
import { openApplication } from '../open-application.ts'
import { readKeys } from '../read-keys.ts'
import { readyLine, waitingLine } from '../ready-line.ts'
import { readStartOptions } from '../start-options.ts'
import { createTranslate } from '../text/create-translate.ts'
import { registerAppScheme } from './app-scheme.ts'
import { createDesktopHost } from './desktop-host.ts'
import { hardenProcess } from './harden-process.ts'
import { catchFaults, failToStart } from './last-words.ts'
import { onOpenUrl } from './open-url.ts'
import { claimSingleInstance, onFurtherStart } from './single-instance.ts'
import { offerWaylandShortcuts } from './wayland-shortcuts.ts'

const createStore: DocumentPlace['createStore'] = ({ folder, name }) =>
  new ElectronStore({ cwd: folder, name })
const workerFile = join(import.meta.dirname, 'ledger-worker.cjs')
const wordsOf = (argv: readonly string[]) => argv.slice(1)

async function main(): Promise<void> {
  const running = catchFaults(Date.now)
  hardenProcess()
  offerWaylandShortcuts()
  registerAppScheme()
  const options = readStartOptions(wordsOf(process.argv), process.env, app)
  if (!claimSingleInstance(options.userDataFolder)) return app.exit(0)
  const outside = createRequestGate()
  outside.add(options.requests)
  onFurtherStart((argv) => outside.add(readCommandLine(wordsOf(argv)).requests))
  onOpenUrl((url) => outside.add([{ kind: 'link', url }]))
  const keys = options.hasKeysOnInput ? await readKeys(process.stdin) : []
  await app.whenReady()

  const openDocument = (name: string) =>
    openConfDocument({ folder: options.userDataFolder, name, createStore, nowMs: Date.now }).document
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
  await Promise.all([application.start(), host.connect(application)])
  // Before that nobody is signed in who could call.
  outside.open((requests) => host.openFromOutside(requests))
  if (options.json) console.log(readyLine(application, options))
}

main().catch(failToStart)
