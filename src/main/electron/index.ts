import { join } from 'node:path'
import { app, dialog } from 'electron'
import ElectronStore from 'electron-store'
import { type DocumentPlace, openConfDocument } from '../documents/conf-document-store.ts'
import { serveElectronPages } from '../ipc/electron-ipc.ts'
import { openApplication } from '../open-application.ts'
import { readKeys } from '../read-keys.ts'
import { readyLine } from '../ready-line.ts'
import { readStartOptions } from '../start-options.ts'
import { createTranslate } from '../text/create-translate.ts'
import { registerAppScheme } from './app-scheme.ts'
import { createDesktopHost } from './desktop-host.ts'
import { hardenProcess } from './harden-process.ts'
import { claimSingleInstance } from './single-instance.ts'

const createStore: DocumentPlace['createStore'] = ({ folder, name }) =>
  new ElectronStore({ cwd: folder, name })
const workerFile = join(import.meta.dirname, 'ledger-worker.cjs')
const readOptions = (argv: readonly string[]) => readStartOptions(argv.slice(1), process.env)

async function main(): Promise<void> {
  hardenProcess()
  registerAppScheme()
  const options = readOptions(process.argv)
  if (!claimSingleInstance(options.userDataFolder)) return app.exit(0)
  const keys = options.hasKeysOnInput ? await readKeys(process.stdin) : []
  await app.whenReady()

  const place = { folder: options.userDataFolder, name: 'window-state', createStore, nowMs: Date.now }
  const { document: windowState } = openConfDocument(place)
  const host = createDesktopHost(windowState, createTranslate(), (argv) => readOptions(argv).links)
  const application = await openApplication({ host: host.adapters, options, keys, workerFile, createStore })
  serveElectronPages(application, host.isOurWindow)
  await Promise.all([application.start(), host.connect(application, options.links)])
  if (options.json) console.log(readyLine(application, options))
}

main().catch(({ message }: Error) => {
  dialog.showErrorBox('Voice360 Companion could not start', message)
  app.exit(1)
})
