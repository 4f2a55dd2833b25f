import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyToClipboard } from './desktop.ts'
import { ask, type DrivenApp, isShown, launchApp, makeUserDataFolder } from './launch-app.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

declare global {
  /** The menu that the driven app last gave its tray. */
  var trayMenu: Electron.Menu
}

describe('the tray', () => {
  const userData = makeUserDataFolder()
  let voice360: Voice360ForTest
  let app: DrivenApp
  beforeAll(async () => {
    voice360 = await startVoice360()
    app = await launchApp(userData.folder, voice360.apiUrl)
    await voice360.welcome(app)
  })
  afterAll(async () => {
    await voice360.stop()
    userData.remove()
  })

  const labels = () => app.electron.evaluate(() => globalThis.trayMenu.items.map(({ label }) => label))
  const choose = (wanted: string) =>
    app.electron.evaluate(
      (_electron, label) => globalThis.trayMenu.items.find((item) => item.label === label)?.click(),
      wanted
    )

  it('says first how calls get here, then what can be done', async () => {
    const all = await labels()
    expect(all[0]).toMatch(/^Voice360 Companion: /)
    expect(all).toEqual(
      expect.arrayContaining([
        'Open Voice360 Companion',
        'Call the number on the clipboard',
        'Put the pop-up back in its corner',
        'Quit'
      ])
    )
  })

  it('counts the calls that ring, once an event has proved that they get here', async () => {
    await voice360.call('+15552345678')
    await expect.poll(labels, { timeout: 10_000 }).toContain('1 call ringing')
    expect((await labels())[0]).toBe('Voice360 Companion: listening')
  })

  it('offers not to be disturbed by this app, says until when, and ends it', async () => {
    const chooseQuiet = (wanted: string) =>
      app.electron.evaluate(
        (_electron, label) =>
          globalThis.trayMenu.items
            .flatMap(({ submenu }) => submenu?.items ?? [])
            .find((item) => item.label === label)
            ?.click(),
        wanted
      )
    expect(await labels()).toContain('Do not disturb, this app only')
    await chooseQuiet('1 hour')
    await expect.poll(labels).toContainEqual(expect.stringMatching(/^Quiet until .*\(this app only\)$/))
    const { quietUntilMs } = await ask(app.main, 'settings:get-settings', {})
    expect(quietUntilMs).toBeGreaterThan(Date.now() + 59 * 60_000)
    await chooseQuiet('Turn off')
    await expect.poll(labels).not.toContainEqual(expect.stringMatching(/^Quiet/))
  })

  it('counts the missed calls', async () => {
    await voice360.miss('+12125550125')
    await expect.poll(labels, { timeout: 10_000 }).toContain('1 missed call')
  })

  it('opens the window that was closed', async () => {
    const window = await app.electron.browserWindow(app.main)
    await window.evaluate((mainWindow) => mainWindow.close())
    await expect.poll(() => isShown(app, app.main)).toBe(false)
    await choose('Open Voice360 Companion')
    await expect.poll(() => isShown(app, app.main)).toBe(true)
  })

  it('proposes the number on the clipboard', async () => {
    await copyToClipboard('+15552345678')
    await choose('Call the number on the clipboard')
    await expect.poll(() => isShown(app, app.dialStrip)).toBe(true)
  })

  it('quits', async () => {
    const exited = new Promise((resolve) => {
      app.electron.process().once('exit', resolve)
    })
    await choose('Quit')
    await expect(exited).resolves.toBe(0)
  })
})
