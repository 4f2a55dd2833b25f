import { join } from 'node:path'
import Conf from 'conf'
import { createWebSocketPages } from '../ipc/websocket-ipc.ts'
import { openApplication } from '../open-application.ts'
import { listPageFiles } from '../pages/page-files.ts'
import { readKeys } from '../read-keys.ts'
import { readyLine, waitingLine } from '../ready-line.ts'
import { readStartOptions } from '../start-options.ts'
import { createBrowserHost } from './browser-host.ts'
import { createOneTimeLogin } from './one-time-login.ts'
import { startPageServer } from './page-server.ts'
import { serveUpgrades } from './serve-upgrades.ts'

// Runs as a bundle in out/main, beside out/renderer.
const builtFolder = join(import.meta.dirname, '..')

async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2), process.env, { isPackaged: false })
  const keys = options.hasKeysOnInput ? await readKeys(process.stdin) : []
  const pages = createWebSocketPages()
  const application = openApplication({
    host: createBrowserHost(pages, () => pages.count() > 0),
    options,
    keys,
    workerFile: join(builtFolder, 'main', 'ledger-worker.cjs'),
    createStore: ({ folder, name }) =>
      new Conf({ cwd: folder, configName: name, projectName: 'voice360-companion' }),
    onWaiting: (reason) => options.json && console.error(waitingLine(reason, ui))
  })
  const login = createOneTimeLogin()
  const { server, origin } = await startPageServer(listPageFiles(join(builtFolder, 'renderer')), login, 0)
  serveUpgrades({ server, origin, login, pages, answer: application.answer })

  const ui = `${origin}/?token=${login.token}`
  if (options.requests.length > 0)
    console.error('Links and “dial” are for the desktop app: nothing was opened.')
  if (!options.json)
    console.log(`Voice360 Companion is open at\n\n  ${ui}\n\nThe address works once. Ctrl+C stops the app.`)

  const stop = async (): Promise<void> => {
    pages.closeAll()
    server.close()
    server.closeAllConnections()
    await application.stop()
    process.exit(0)
  }
  process.once('SIGINT', () => void stop())
  process.once('SIGTERM', () => void stop())

  await application.start()
  if (options.json) console.log(readyLine(application, options, ui))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
