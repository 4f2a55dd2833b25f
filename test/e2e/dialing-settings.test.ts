import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Hotkeys } from '../../src/shared/domain/hotkey.ts'
import type { Settings } from '../../src/shared/domain/settings.ts'
import { hotkeysWith } from '../fakes/scripted-hotkeys.ts'
import { asked, type GalleryWindow, galleryPages } from './gallery-pages.ts'

const gallery = galleryPages()
let page: Page

beforeEach(async () => {
  page = await gallery.newPage()
  await page.clock.install()
  await gallery.goto(page, `?screen=settings`)
  await page.getByRole('heading', { name: 'Hotkeys' }).waitFor()
})

const modes = async () =>
  ((await asked(page, 'hotkeys:set-mode')) as { mode: string }[]).map(({ mode }) => mode)
const changes = async () =>
  ((await asked(page, 'settings:update-settings')) as { change: Partial<Settings> }[]).map(
    ({ change }) => change
  )
const tell = (hotkeys: Hotkeys) =>
  page.evaluate((changed) => {
    const { bridge } = window as unknown as GalleryWindow
    bridge.emit('hotkeys:hotkeys-changed', changed)
  }, hotkeys)

describe('recording the keys of a hotkey', () => {
  const recorder = () => page.getByRole('button', { name: /^Dial the copied number:/ })
  const isWaiting = () =>
    page.getByRole('button', { name: 'Dial the copied number: Press the keys' }).waitFor()
  const isOver = () => page.getByRole('button', { name: 'Dial the copied number: Ctrl+Shift+D' }).waitFor()

  beforeEach(async () => {
    await recorder().focus()
    await page.keyboard.press('Enter')
    await isWaiting()
  })

  test('shows the held keys, and takes the keys with the next one', async () => {
    await page.keyboard.down('Control')
    await page.keyboard.down('Alt')
    await page.getByRole('button', { name: 'Dial the copied number: Ctrl+Alt …' }).waitFor()
    await page.keyboard.up('Alt')
    await page.getByRole('button', { name: 'Dial the copied number: Ctrl …' }).waitFor()
    await page.keyboard.press('F9')
    await page.keyboard.up('Control')
    await isOver()
    expect(await changes()).toEqual([{ dialHotkey: 'CommandOrControl+F9' }])
    await expect.poll(modes).toEqual(['recording', 'active'])
  })

  test('refuses keys that others need, says so, and goes on', async () => {
    await page.keyboard.press('Control+k')
    await page.getByText('This app itself uses Ctrl+K').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.keyboard.press('Control+Shift+U')
    await page.getByText('Ctrl+Shift+U are the keys of “Show this app”').waitFor()
    await page.keyboard.press('d')
    await page.getByText('Hold Ctrl or Alt as well').waitFor()
    await page.keyboard.press('F9')
    await isOver()
    expect(await changes()).toEqual([{ dialHotkey: 'F9' }])
  })

  test('Esc leaves it as it was', async () => {
    await page.keyboard.press('Escape')
    await isOver()
    expect(await changes()).toEqual([])
    await expect.poll(modes).toEqual(['recording', 'active'])
  })

  test.each([
    ['Tab', () => page.keyboard.press('Tab')],
    ['going to another place', () => page.getByRole('link', { name: 'Team' }).click()]
  ])('%s ends it', async (_how, leave) => {
    await leave()
    await expect.poll(modes).toEqual(['recording', 'active'])
    expect(await changes()).toEqual([])
  })

  test('it ends when the main process says that it is over', async () => {
    await tell(hotkeysWith())
    await isOver()
    await page.keyboard.press('F9')
    expect(await changes()).toEqual([])
  })
})

test('Backspace brings back the keys that a hotkey began with', async () => {
  await gallery.goto(page, `?screen=settings-hotkeys`)
  const recorder = page.getByRole('button', { name: /^Move the keyboard into the pop-up:/ })
  await recorder.click()
  await recorder.getByText('Press the keys').waitFor()
  await page.keyboard.press('Backspace')
  await expect.poll(changes).toEqual([{ popupHotkey: 'CommandOrControl+Shift+Y' }])
})

describe('proving that a hotkey works', () => {
  const prove = () => page.getByRole('button', { name: 'Press it now: Show this app' }).click()

  test('a press of it is the proof', async () => {
    await prove()
    await page.getByText('Press Ctrl+Shift+U.').waitFor()
    await tell(hotkeysWith({ app: { lastPressedAtMs: 5_000 } }, { mode: 'proving' }))
    await page.getByText('It works.', { exact: true }).waitFor()
    await expect.poll(modes).toEqual(['proving', 'active'])
  })

  test('a press of another is none, and none at all is told after a while', async () => {
    await prove()
    await page.getByText('Press Ctrl+Shift+U.').waitFor()
    await tell(hotkeysWith({ dial: { lastPressedAtMs: 5_000 } }, { mode: 'proving' }))
    expect(await page.getByText('It works.', { exact: true }).count()).toBe(0)
    await page.clock.fastForward(8_000)
    await page.getByText('Nothing arrived: another program may take it').waitFor()
    await expect.poll(modes).toEqual(['proving', 'active'])
  })

  test('leaving the settings ends it', async () => {
    await prove()
    await page.getByText('Press Ctrl+Shift+U.').waitFor()
    await page.getByRole('link', { name: 'Team' }).click()
    await expect.poll(modes).toEqual(['proving', 'active'])
  })
})

describe('countries called without a question', () => {
  const list = () => page.getByRole('list', { name: 'Countries called without a question' })
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

  test('are added and taken away by keyboard, and the focus goes on', async () => {
    const select = page.getByLabel('Country to add')
    for (const country of ['Mexico', 'Canada']) {
      await select.focus()
      await select.selectOption(country)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await list().getByText(country).waitFor()
    }
    expect(await changes()).toEqual([{ dialedCountries: ['MX'] }, { dialedCountries: ['MX', 'CA'] }])
    expect(await list().getByRole('listitem').allInnerTexts()).toEqual(['Canada', 'Mexico'])
    expect(await select.getByRole('option', { name: 'Mexico' }).count()).toBe(0)

    await page.getByRole('button', { name: 'Remove Canada' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('Remove Mexico')
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe('Country to add')
    expect((await changes()).at(-1)).toEqual({ dialedCountries: [] })
  })
})

test('this app is made the default for links', async () => {
  await page.getByRole('button', { name: 'Make this app the default: Older links to call (callto:)' }).click()
  await expect.poll(() => asked(page, 'links:make-default')).toEqual([{ scheme: 'callto' }])
  await expect.poll(() => page.getByText('This app opens them.').count()).toBe(2)
})
