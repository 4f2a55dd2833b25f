import type { ChildProcess } from 'node:child_process'
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
  /** Quits as its user would; resolves, once the process has ended, with the exit code that the app asked for. */
  quit(): Promise<number | null>
}

/** A folder for one test's data, and the way to remove it. */
export function makeUserDataFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export const environment = (userDataFolder: string, apiUrl: string): Record<string, string> => ({
  ...definedOf(process.env),
  VOICE360_USER_DATA: userDataFolder,
  VOICE360_API_URL: apiUrl,
  VOICE360_WEBHOOK_PORT: '0'
})

const definedOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value ?? '']))

/** Starts the built app in `userDataFolder` against the API at `apiUrl`, with further words and variables, and waits for its three pages. */
export async function launchApp(
  userDataFolder: string,
  apiUrl = 'http://127.0.0.1:9',
  words: readonly string[] = [],
  env: NodeJS.ProcessEnv = {}
): Promise<DrivenApp> {
  const electron = await _electron.launch({
    executablePath: electronPath,
    args: [join(import.meta.dirname, 'driven-app'), ...words],
    env: { ...environment(userDataFolder, apiUrl), ...definedOf(env) },
    // Else every page takes the system for a light one.
    colorScheme: null
  })
  const exitCode = exitCodeOf(electron.process())
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
      return exitCode
    }
  }
}

/** How long the native code of an old Electron may take to unload. */
const unloadMs = 5_000

/**
 * The exit code that the driven app asks for, once its process has ended. The process itself does not always get that far: the
 * threads of the SQLite that stands in for ours there outlive the app, and now and then crash or hang what unloads it.
 */
export async function exitCodeOf(app: ChildProcess): Promise<number | null> {
  let asked: number | null = null
  const ended = new Promise<number | null>((resolve) => app.once('exit', resolve))
  app.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const [, code] = /app\.exit\((\d+)\)/.exec(text) ?? []
    if (code === undefined) return
    asked = Number(code)
    setTimeout(() => app.kill('SIGKILL'), unloadMs).unref()
  })
  return (await ended) ?? asked
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
