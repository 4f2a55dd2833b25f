import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activeWindowTitle, copyToClipboard, type OtherProgram, openOtherProgram, press } from './desktop.ts'
import { type DrivenApp, isShown, launchApp, makeUserDataFolder } from './launch-app.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

describe('dialing from the clipboard', () => {
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

  const pressHotkey = async (): Promise<void> => {
    press('ctrl+shift+d')
    await expect.poll(() => isShown(app, app.dialStrip), { timeout: 10_000 }).toBe(true)
    await expect.poll(() => app.dialStrip.evaluate(() => document.hasFocus())).toBe(true)
  }

  it('is as tall as what it shows: nothing of it is cut', async () => {
    const overflowPx = () =>
      app.dialStrip.evaluate(() => {
        const strip = document.querySelector('main')?.getBoundingClientRect().height ?? 0
        return Math.abs(Math.ceil(strip) - window.innerHeight)
      })
    for (const text of ['+1 212 555 0101', '+1 212 555 0101, +1 212 555 0102, +227 20 12 34 56', 'nobody']) {
      await copyToClipboard(text)
      await pressHotkey()
      await expect.poll(overflowPx).toBe(0)
      press('Escape')
      await expect.poll(() => isShown(app, app.dialStrip)).toBe(false)
    }
  })

  it('gives the focus back when it is cancelled, and nothing was dialed', async () => {
    await copyToClipboard('call me: +1 (555) 234-5678')
    await pressHotkey()
    await expect.poll(() => app.dialStrip.textContent('body')).toContain('234')
    press('Escape')
    await expect.poll(() => isShown(app, app.dialStrip)).toBe(false)
    await expect.poll(activeWindowTitle).toBe('Event Tester')
    expect(await voice360.dialsSeen()).toBe(0)
  })

  it('says that a countdown was broken off, and gives the focus back meanwhile', async () => {
    await copyToClipboard('+1 (212) 555-0124')
    await pressHotkey()
    await expect.poll(() => app.dialStrip.textContent('body')).toContain('+12125550124')
    press('Return')
    await expect.poll(() => app.dialStrip.textContent('body')).toContain('Calling in')
    // It is there for one second: what polls from here could miss it. A page under test always takes itself for focused.
    const strip = await app.electron.browserWindow(app.dialStrip)
    const withoutFocus = await strip.evaluateHandle((window) => ({
      isSeen: new Promise<void>((resolve) => {
        const timer = setInterval(() => {
          if (!window.isVisible() || window.isFocused()) return
          clearInterval(timer)
          resolve()
        }, 10)
      })
    }))
    const said = await app.dialStrip.evaluateHandle(() => ({
      isSeen: new Promise<void>((resolve) => {
        // For a moment it is hidden, which gives the focus back.
        const look = () => {
          const isThere = document.body.textContent.includes('Cancelled. Nothing was dialed.')
          if (isThere && document.visibilityState === 'visible') resolve()
          else setTimeout(look, 10)
        }
        look()
      })
    }))
    press('Escape')
    await said.evaluate(({ isSeen }) => isSeen)
    await withoutFocus.evaluate(({ isSeen }) => isSeen)
    await expect.poll(activeWindowTitle).toBe('Event Tester')
    await expect.poll(() => isShown(app, app.dialStrip), { timeout: 10_000 }).toBe(false)
    expect(await voice360.dialsSeen()).toBe(0)
  })

  it('dials the number that stood there, once, whatever the clipboard holds by then', async () => {
    await copyToClipboard('+1 (212) 555-0123')
    await pressHotkey()
    await expect.poll(() => app.dialStrip.textContent('body')).toContain('+12125550123')
    await copyToClipboard('+1 212 555 0199')
    press('Return', 'Return', 'Return')
    await expect.poll(voice360.dialsSeen, { timeout: 15_000 }).toBe(1)
    await expect.poll(() => app.dialStrip.textContent('body'), { timeout: 10_000 }).toMatch(/phone/i)
    expect(await voice360.posted('/call/outbound')).toMatchObject([{ to: '+12125550123' }])
  })
})
