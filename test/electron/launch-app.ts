import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { RequestChannel } from '../../src/shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../src/shared/ipc/contract.ts'

/** The Electron to test with. */
export const electronPath = process.env['VOICE360_ELECTRON'] ?? ''

export interface DrivenApp {
  readonly electron: ElectronApplication
  readonly main: Page
  readonly popup: Page
  readonly dialStrip: Page
  readonly userDataFolder: string
  /** What the pages said that was an error or a warning. */
  readonly complaints: readonly string[]
  /** Quits as its user would; resolves with the exit code. */
  quit(): Promise<number | null>
}

/** A folder for one test's data, and the way to remove it. */
export function makeUserDataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export const environment = (userDataFolder: string, apiUrl: string): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? ''])),
  VOICE360_USER_DATA: userDataFolder,
  VOICE360_API_URL: apiUrl,
  VOICE360_WEBHOOK_PORT: '0'
})

/** Starts the built app in `userDataFolder` against the API at `apiUrl` and waits for its three pages. */
export async function launchApp(userDataFolder: string, apiUrl = 'http://127.0.0.1:9'): Promise<DrivenApp> {
  const electron = await _electron.launch({
    executablePath: electronPath,
    args: [join(import.meta.dirname, 'driven-app')],
    env: environment(userDataFolder, apiUrl)
  })
  const exited = new Promise<number | null>((resolve) => {
    electron.process().once('exit', (code) => resolve(code))
  })
  const complaints: string[] = []
  electron.context().on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  electron.context().on('weberror', (webError) => complaints.push(webError.error().message))

  const pageAt = async (url: string): Promise<Page> => {
    const isIt = (page: Page) => page.url() === url
    const page = electron.windows().find(isIt) ?? (await electron.waitForEvent('window', { predicate: isIt }))
    await page.waitForSelector('#root > *', { state: 'attached' })
    return page
  }
  const [main, popup, dialStrip] = await Promise.all([
    pageAt('app://v360/index.html'),
    pageAt('app://v360/popup.html'),
    pageAt('app://v360/dial-strip.html')
  ])
  return {
    electron,
    main,
    popup,
    dialStrip,
    userDataFolder,
    complaints,
    async quit() {
      await electron.evaluate(({ app }) => app.quit())
      return exited
    }
  }
}

/** Asks as the page's own code does. */
export const ask = <C extends RequestChannel>(
  page: Page,
  channel: C,
  args: RequestArgs<C>
): Promise<RequestResult<C>> =>
  page.evaluate(`window.voice360.request(${JSON.stringify(channel)}, ${JSON.stringify(args)})`)

/** Whether the window of a page is on screen. */
export const isShown = async (app: DrivenApp, page: Page): Promise<boolean> =>
  (await app.electron.browserWindow(page)).evaluate((window) => window.isVisible())
