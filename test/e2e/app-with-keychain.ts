import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { controlSimulator, type SimulatorControl } from '../../scripts/simulator-control.ts'
import { createBrowserHost } from '../../src/main/browser/browser-host.ts'
import { createOneTimeLogin } from '../../src/main/browser/one-time-login.ts'
import { startPageServer } from '../../src/main/browser/page-server.ts'
import { serveUpgrades } from '../../src/main/browser/serve-upgrades.ts'
import { composeApplication } from '../../src/main/compose.ts'
import { createLiveValue } from '../../src/main/core/live-value.ts'
import { systemClock } from '../../src/main/core/system-clock.ts'
import { createWebSocketPages } from '../../src/main/ipc/websocket-ipc.ts'
import { listPageFiles } from '../../src/main/pages/page-files.ts'
import { runApplications } from '../../src/main/run-applications.ts'
import { readStartOptions } from '../../src/main/start-options.ts'
import { createTranslate } from '../../src/main/text/create-translate.ts'
import type { Start } from '../../src/shared/domain/start.ts'
import { startSimulator } from '../../src/simulator/start-simulator.ts'
import { bareIngredients } from '../fakes/bare-ingredients.ts'
import { keptSecrets } from '../fakes/kept-secrets.ts'
import { createRecordingLog } from '../fakes/recording-log.ts'

export interface AppWithKeychain {
  readonly page: Page
  readonly control: SimulatorControl
  readonly folder: string
  close(): Promise<void>
}

/** The app with its pages as built, in this process and with a keychain, since the one that is started by itself has none in tests. */
export async function openAppWithKeychain(browser: Browser): Promise<AppWithKeychain> {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-kept-'))
  const simulator = await startSimulator({ seed: 3, ringMs: 200, talkMs: 800 })
  const pages = createWebSocketPages()
  const start = createLiveValue<Start>({ stage: 'opening' })
  start.watch((now) => pages.publish('start:start-changed', now))
  const ingredients = bareIngredients()
  const secrets = keptSecrets()
  let webhookUrl = ''
  const { application, restart } = runApplications({
    start,
    compose: () =>
      composeApplication({
        ...ingredients,
        host: createBrowserHost(pages, () => pages.count() > 0),
        options: readStartOptions([], {
          VOICE360_API_URL: simulator.apiUrl,
          VOICE360_ACCOUNT_ID: String(simulator.accountId),
          VOICE360_WEBHOOK_PORT: '0',
          VOICE360_USER_DATA: folder
        }),
        keys: [simulator.keys.users['1001'] ?? '', simulator.keys.developer],
        secrets,
        restart,
        clock: systemClock,
        log: createRecordingLog(),
        t: createTranslate()
      })
  })
  const login = createOneTimeLogin()
  const builtPages = listPageFiles(join(import.meta.dirname, '..', '..', 'out', 'renderer'))
  const { server, origin } = await startPageServer(builtPages, login, 0)
  serveUpgrades({
    server,
    origin,
    login,
    pages,
    answer: async (channel, args) =>
      channel === 'start:get-start' ? { ok: true, value: start.get() } : application.answer(channel, args)
  })
  await application.start()
  webhookUrl = application.reach().webhookUrl ?? ''
  const control = controlSimulator(simulator.url)
  await control.post('/webhooks', { url: webhookUrl })
  const page = await browser.newPage({ viewport: { width: 1080, height: 720 } })
  await page.goto(`${origin}/?token=${login.token}`)
  await page.getByText('ext 1001').waitFor()
  return {
    page,
    control,
    folder,
    async close() {
      await page.close()
      pages.closeAll()
      server.close()
      server.closeAllConnections()
      await application.stop()
      await simulator.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
