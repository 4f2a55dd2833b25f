import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  activeWindowTitle,
  drag,
  type OtherProgram,
  openOtherProgram,
  press,
  shownNotifications
} from './desktop.ts'
import { ask, type DrivenApp, isShown, launchApp, makeUserDataFolder } from './launch-app.ts'
import { startVoice360, type Voice360ForTest } from './voice360-for-test.ts'

const margin = 12
const patience = { timeout: 10_000 }

let voice360: Voice360ForTest
let app: DrivenApp

const boundsOf = async (page: Page = app.popup) =>
  (await app.electron.browserWindow(page)).evaluate((window) => window.getBounds())
const primaryWorkArea = () => app.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
const cornerOf = ({ x, y, width, height }: Awaited<ReturnType<typeof boundsOf>>) => [x + width, y + height]
const isPopupShown = () => isShown(app, app.popup)
const ring = async (from: string, cardCount: number) => {
  await voice360.call(from)
  await expect
    .poll(async () => (await ask(app.main, 'popup:list-cards', {})).length, patience)
    .toBe(cardCount)
  await expect.poll(() => app.popup.locator('article').count(), patience).toBe(cardCount)
}

function inFreshApp(prepare: (userDataFolder: string) => void = () => {}): void {
  const userData = makeUserDataFolder()
  beforeAll(async () => {
    prepare(userData.folder)
    voice360 = await startVoice360()
    app = await launchApp(userData.folder, voice360.apiUrl)
    await voice360.welcome(app)
  })
  afterAll(async () => {
    await app.quit()
    await voice360.stop()
    userData.remove()
  })
}

describe('an incoming call', () => {
  inFreshApp()
  let other: OtherProgram
  beforeAll(async () => {
    other = await openOtherProgram()
  })
  afterAll(() => other.close())

  it('shows a card in the bottom right corner, with where its number is from', async () => {
    await ring('+12125550123', 1)
    await expect.poll(isPopupShown, patience).toBe(true)
    await expect.poll(() => app.popup.textContent('article')).toContain('212')
    await expect.poll(() => app.popup.textContent('article')).toMatch(/New York, NY, \d\d:\d\d there/)
    await expect.poll(async () => (await boundsOf()).height).toBeGreaterThan(60)
    const workArea = await primaryWorkArea()
    expect(cornerOf(await boundsOf())).toEqual([workArea.width - margin, workArea.height - margin])
  })

  it('needs no notification beside its card', () => {
    expect(shownNotifications()).not.toContain('Incoming call')
  })

  it('leaves the keys with the program that had them', async () => {
    expect(activeWindowTitle()).toBe('Event Tester')
    press('h', 'e', 'l', 'l', 'o', 'Return')
    await expect.poll(other.keys).toEqual(['h', 'e', 'l', 'l', 'o', 'Return'])
    expect(await isPopupShown()).toBe(true)
  })

  it('stacks the next one on top, so that the first stays where it is', async () => {
    const before = await boundsOf()
    await ring('+12125550124', 2)
    await expect.poll(async () => (await boundsOf()).height, patience).toBeGreaterThan(before.height)
    expect(cornerOf(await boundsOf())).toEqual(cornerOf(before))
    await expect.poll(() => app.popup.locator('article').last().textContent()).toContain('0123')
    expect(activeWindowTitle()).toBe('Event Tester')
    press('y')
    await expect.poll(() => other.keys().at(-1)).toBe('y')
  })
})

describe('the hotkey', () => {
  inFreshApp()
  let other: OtherProgram
  beforeAll(async () => {
    other = await openOtherProgram()
  })
  afterAll(() => other.close())

  const writingPage = async (): Promise<Page> => {
    const isIt = (page: Page) => page.url().endsWith('popup.html#writing')
    const page = app.electron.windows().find(isIt)
    return page ?? app.electron.waitForEvent('window', { predicate: isIt })
  }

  it('does nothing while there is no card', async () => {
    press('ctrl+shift+y')
    press('z')
    await expect.poll(() => other.keys().at(-1)).toBe('z')
    expect(await isPopupShown()).toBe(false)
  })

  it('moves the keyboard into the pop-up, where a note can be written', async () => {
    await ring('+12125550123', 1)
    const page = await writingPage()
    press('ctrl+shift+y')
    await expect.poll(activeWindowTitle, patience).toBe('Callers')
    await expect.poll(() => page.textContent('article')).toContain('New York')
    await expect.poll(async () => cornerOf(await boundsOf(page))).toEqual(cornerOf(await boundsOf()))
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE')
    await expect.poll(() => page.locator('article [aria-disabled=true]').count()).toBe(0)
    press('Tab', 'Tab', 'Return')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
    press('w', 'a', 'n', 't', 's')
    await expect.poll(() => page.inputValue('textarea')).toBe('wants')
  })

  it('keeps the card that is written in, while others come', async () => {
    const page = await writingPage()
    await ring('+12125550124', 2)
    press('space', 'a')
    await expect.poll(() => page.inputValue('textarea')).toBe('wants a')
    expect(activeWindowTitle()).toBe('Callers')
    const cards = await ask(app.main, 'popup:list-cards', {})
    expect(cards.map(({ isHeld }) => isHeld)).toEqual([true, false])
  })

  it('is ended by Esc: the note is kept, and the other program has the keys again', async () => {
    press('Escape')
    await expect.poll(activeWindowTitle, patience).toBe('Event Tester')
    press('b')
    await expect.poll(() => other.keys().at(-1)).toBe('b')
    await expect.poll(isPopupShown).toBe(true)
    await expect
      .poll(async () => (await ask(app.main, 'popup:list-cards', {}))[0]?.call.note, patience)
      .toBe('wants a')
    await expect.poll(() => app.popup.locator('article').last().textContent()).toContain('“wants a”')
    expect(await app.popup.locator('textarea').count()).toBe(0)
  })
})

describe('a click on Note', () => {
  inFreshApp()
  let other: OtherProgram
  beforeAll(async () => {
    other = await openOtherProgram()
  })
  afterAll(() => other.close())

  it('takes the keyboard only for writing', async () => {
    await ring('+12125550123', 1)
    await app.popup.locator('article button[aria-disabled=false]', { hasText: 'Note' }).click()
    await expect.poll(activeWindowTitle, patience).toBe('Callers')
    press('h', 'i')
    press('ctrl+Return')
    await expect.poll(activeWindowTitle, patience).toBe('Event Tester')
    await expect
      .poll(async () => (await ask(app.main, 'popup:list-cards', {}))[0]?.call.note, patience)
      .toBe('hi')
  })
})

describe('the place of the pop-up', () => {
  // Where a display was that is there no more.
  inFreshApp((folder) =>
    writeFileSync(
      join(folder, 'window-state.json'),
      JSON.stringify({ popupCorners: { '1440x900@0,0': { x: 5_000, y: 4_000 } } })
    )
  )

  it('is on a display that is there, wherever it was kept', async () => {
    await ring('+12125550123', 1)
    await expect.poll(async () => (await boundsOf()).height).toBeGreaterThan(60)
    const workArea = await primaryWorkArea()
    expect(cornerOf(await boundsOf())).toEqual([workArea.width, workArea.height])
  })

  it('is where its user drags it, and still there for the next caller', async () => {
    // A card grows upwards while what is known of its caller arrives.
    await expect.poll(() => app.popup.textContent('article'), patience).toContain('New York, NY')
    const heightOfCards = () => app.popup.locator('main > div').evaluate((cards) => cards.clientHeight)
    await expect.poll(async () => (await boundsOf()).height - (await heightOfCards()), patience).toBe(0)
    const before = await boundsOf()
    const grip = { x: before.x + 90, y: before.y + 18 }
    drag(grip, { x: grip.x - 300, y: grip.y - 200 })
    const [right = 0, bottom = 0] = cornerOf(before)
    await expect.poll(async () => cornerOf(await boundsOf()), patience).toEqual([right - 300, bottom - 200])
    await ask(app.main, 'popup:dismiss-card', {
      callId: (await ask(app.main, 'popup:list-cards', {}))[0]?.call.id ?? ''
    })
    await expect.poll(isPopupShown).toBe(false)
    await ring('+12125550124', 1)
    await expect.poll(async () => cornerOf(await boundsOf()), patience).toEqual([right - 300, bottom - 200])
  })

  it('goes back to its corner when asked to', async () => {
    await ask(app.main, 'popup:reset-position', {})
    const workArea = await primaryWorkArea()
    expect(cornerOf(await boundsOf())).toEqual([workArea.width - margin, workArea.height - margin])
  })

  it('moves onto what is left when a display goes away', async () => {
    await app.electron.evaluate(({ screen }) => {
      const area = { x: 0, y: 0, width: 800, height: 600 }
      const small = { ...screen.getPrimaryDisplay(), bounds: area, workArea: area, workAreaSize: area }
      Object.assign(screen, {
        getAllDisplays: () => [small],
        getPrimaryDisplay: () => small,
        getDisplayNearestPoint: () => small
      })
      screen.emit('display-removed')
    })
    await expect.poll(async () => cornerOf(await boundsOf())).toEqual([800 - margin, 600 - margin])
  })
})

describe('do not disturb', () => {
  inFreshApp()

  const beQuietUntil = (quietUntilMs: number | null) =>
    ask(app.main, 'settings:update-settings', { change: { quietUntilMs } })
  const isKnown = async (digits: string) =>
    JSON.stringify(await ask(app.main, 'messages:list-threads', {})).includes(digits) ||
    (await app.main.textContent('body'))?.includes(digits)

  it('opens no card and notifies of nothing, and the call is in the list all the same', async () => {
    await beQuietUntil(Date.now() + 3_600_000)
    await voice360.call('+12125550123')
    await expect.poll(() => isKnown('0123'), patience).toBe(true)
    expect(await ask(app.main, 'popup:list-cards', {})).toEqual([])
    expect(await isPopupShown()).toBe(false)
    expect(shownNotifications()).not.toContain('Incoming call')
  })

  it('is said to be for this app only, and ends when it is turned off', async () => {
    await expect.poll(() => app.main.textContent('footer')).toMatch(/Quiet until .*this app only/)
    await app.main.getByRole('button', { name: 'Turn off' }).click()
    await ring('+12125550124', 1)
    await expect.poll(isPopupShown, patience).toBe(true)
  })
})

describe('a call of which a notification is to tell', () => {
  inFreshApp()

  it('has no card', async () => {
    await ask(app.main, 'settings:update-settings', { change: { directCallAlert: 'notification' } })
    await voice360.call('+12125550123')
    await expect.poll(shownNotifications, patience).toContain('Incoming call')
    expect(await isPopupShown()).toBe(false)
  })
})
