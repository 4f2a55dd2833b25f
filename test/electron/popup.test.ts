import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  activeWindowTitle,
  type OtherProgram,
  openOtherProgram,
  press,
  shownNotifications
} from './desktop.ts'
import { type DrivenApp, isShown, launchApp, makeUserDataFolder } from './launch-app.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

describe('an incoming call', () => {
  const userData = makeUserDataFolder()
  let voice360: Voice360ForTest
  let app: DrivenApp
  let other: OtherProgram
  beforeAll(async () => {
    voice360 = await startVoice360()
    app = await launchApp(userData.folder, voice360.apiUrl)
    await voice360.welcome(app)
    other = await openOtherProgram()
  })
  afterAll(async () => {
    other.close()
    await app.quit()
    await voice360.stop()
    userData.remove()
  })

  const boundsOf = async () =>
    (await app.electron.browserWindow(app.popup)).evaluate((window) => window.getBounds())

  it('shows a card in the bottom right corner', async () => {
    await voice360.call('+15552345678')
    await expect.poll(() => isShown(app, app.popup), { timeout: 10_000 }).toBe(true)
    await expect.poll(() => app.popup.textContent('body')).toContain('234')
    await expect.poll(async () => (await boundsOf()).height).toBeGreaterThan(60)
    const { x, y, width, height } = await boundsOf()
    const { workArea } = await app.electron.evaluate(({ screen }) => screen.getPrimaryDisplay())
    expect([x + width, y + height]).toEqual([workArea.width - 12, workArea.height - 12])
  })

  it('tells the desktop of it', () => {
    expect(shownNotifications()).toContain('Incoming call for')
  })

  it('leaves the keys with the program that had them', async () => {
    expect(activeWindowTitle()).toBe('Event Tester')
    press('h', 'e', 'l', 'l', 'o', 'Return')
    await expect.poll(other.keys).toEqual(['h', 'e', 'l', 'l', 'o', 'Return'])
    expect(await isShown(app, app.popup)).toBe(true)
  })

  it('grows upwards when a second call comes', async () => {
    const { y, height } = await boundsOf()
    await voice360.call('+15552345679')
    await expect.poll(async () => (await boundsOf()).height, { timeout: 10_000 }).toBeGreaterThan(height)
    const grown = await boundsOf()
    expect(grown.y + grown.height).toBe(y + height)
    expect(activeWindowTitle()).toBe('Event Tester')
  })
})
