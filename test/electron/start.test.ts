import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activeWindowTitle, openOtherProgram } from './desktop.ts'
import {
  type DrivenApp,
  electronPath,
  environment,
  isShown,
  launchApp,
  makeUserDataFolder
} from './launch-app.ts'

const root = join(import.meta.dirname, '..', '..')

describe('starting', () => {
  const userData = makeUserDataFolder()
  let app: DrivenApp
  beforeAll(async () => {
    app = await launchApp(userData.folder)
  })
  afterAll(userData.remove)

  /** Starts the app again, as an icon or a link does; resolves with the exit code. */
  const startAgain = async (...links: string[]): Promise<unknown> => {
    const args = ['--no-sandbox', root, ...links]
    const env = environment(userData.folder, 'http://127.0.0.1:9')
    const [code] = await once(spawn(electronPath, args, { env, stdio: 'ignore' }), 'exit')
    return code
  }

  it('shows the main window and makes the small ones ahead, unseen', async () => {
    await expect.poll(() => isShown(app, app.main)).toBe(true)
    expect(await isShown(app, app.popup)).toBe(false)
    expect(await isShown(app, app.dialStrip)).toBe(false)
  })

  it('loads every page without a word of complaint from the policy or the code', () => {
    expect(app.complaints).toEqual([])
  })

  it('gives a page the bridge and nothing else of Electron or Node', async () => {
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'global']
    const seen = await app.main.evaluate((unwanted) => unwanted.filter((name) => name in globalThis), names)
    expect(seen).toEqual([])
    expect(await app.main.evaluate('Object.keys(window.voice360).sort()')).toEqual(['request', 'subscribe'])
  })

  it('comes to the front instead of starting twice', async () => {
    const other = await openOtherProgram()
    expect(await startAgain()).toBe(0)
    await expect.poll(activeWindowTitle, { timeout: 10_000 }).not.toBe('Event Tester')
    await expect
      .poll(async () => (await app.electron.browserWindow(app.main)).evaluate((window) => window.isFocused()))
      .toBe(true)
    other.close()
  })

  it('proposes the number of a link that a second start brings, and dials nothing', async () => {
    expect(await startAgain('tel:+15552345678', 'tel:+15550000000')).toBe(0)
    await expect.poll(() => isShown(app, app.dialStrip), { timeout: 10_000 }).toBe(true)
    await expect.poll(() => app.dialStrip.textContent('body')).toContain('234')
  })

  it('loads a page anew whose process died', async () => {
    const window = await app.electron.browserWindow(app.popup)
    const bridgeOfNewPage = await window.evaluate(async ({ webContents }) => {
      const loaded = new Promise((resolve) => webContents.once('did-finish-load', resolve))
      webContents.forcefullyCrashRenderer()
      await loaded
      return webContents.executeJavaScript('typeof window.voice360')
    })
    expect(bridgeOfNewPage).toBe('object')
  })

  it('hides in the tray when its window is closed, and ends when asked to quit', async () => {
    const window = await app.electron.browserWindow(app.main)
    await window.evaluate((mainWindow) => mainWindow.close())
    await expect.poll(() => isShown(app, app.main)).toBe(false)
    expect(await app.quit()).toBe(0)
  })
})

it('is dark where its user chose that, whatever the system is, and keeps that for the next first picture', async () => {
  const userData = makeUserDataFolder()
  writeFileSync(join(userData.folder, 'settings.json'), JSON.stringify({ theme: 'dark' }))
  const app = await launchApp(userData.folder)
  const isDark = () => app.main.evaluate(() => window.matchMedia('(prefers-color-scheme: dark)').matches)
  await expect.poll(isDark).toBe(true)
  await app.quit()
  const kept = readFileSync(join(userData.folder, 'window-state.json'), 'utf8')
  expect(JSON.parse(kept)).toMatchObject({ theme: 'dark' })
  userData.remove()
})

it('opens where its user left it', async () => {
  const userData = makeUserDataFolder()
  const bounds = { x: 60, y: 40, width: 900, height: 600 }
  const left = { main: { bounds, isMaximized: false }, popupCorners: {} }
  writeFileSync(join(userData.folder, 'window-state.json'), JSON.stringify(left))
  const app = await launchApp(userData.folder)
  await expect.poll(() => isShown(app, app.main)).toBe(true)
  const window = await app.electron.browserWindow(app.main)
  expect(await window.evaluate((opened) => opened.getContentBounds())).toMatchObject({
    width: bounds.width,
    height: bounds.height
  })
  await app.quit()
  userData.remove()
})

it('gives the memory that the start used up back to the system', async () => {
  const userData = makeUserDataFolder()
  const app = await launchApp(userData.folder)
  const youngMiB = () =>
    app.electron.evaluate(() => {
      const spaces = process.getBuiltinModule('node:v8').getHeapSpaceStatistics()
      return (spaces.find(({ space_name }) => space_name === 'new_space')?.physical_space_size ?? 0) / 2 ** 20
    })
  await app.electron.evaluate(() => {
    const kept: object[] = []
    for (let made = 0; made < 1_000_000; made += 1) kept[made % 50_000] = { made }
  })
  expect(await youngMiB()).toBeGreaterThan(6)
  await expect.poll(youngMiB, { timeout: 15_000 }).toBeLessThan(3)
  await app.quit()
  userData.remove()
})
