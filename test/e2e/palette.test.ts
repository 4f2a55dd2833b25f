import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { myLine, type OpenedApp, openApp, talkWith } from './opened-app.ts'

const ada = '+12125550123'

let browser: Browser
let app: OpenedApp
let field: Locator
let palette: Locator

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  app = await openApp(browser)
  palette = app.page.getByRole('dialog', { name: 'Search everything' })
  field = palette.getByRole('combobox')
  await talkWith(app, ada, 'Ada Lovelace')
  await talkWith(app, '+12125550187', 'Ben Okafor')
})
afterEach(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const look = async (text: string) => {
  if (!(await field.isVisible())) await app.page.keyboard.press('Control+k')
  await field.fill(text)
}
const active = () => palette.getByRole('option', { selected: true })

test.each([
  ['as it is shown', '+1 212 555 0123'],
  ['as one says it', '(212) 555-0123'],
  ['without its separators', '2125550123'],
  ['by its last digits', '0123'],
  ['by name, in whatever case', 'lovelace']
])('finds a caller %s', async (_how, text) => {
  await look(text)
  const found = palette.getByRole('option', { name: 'Ada Lovelace' })
  await found.locator('mark').first().waitFor()
  await found.click()
  await app.page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()
})

test('finds a message by a word of it, and a colleague', async () => {
  await app.control.post('/messages', { from: ada, to: myLine, body: 'Is the turquoise lamp back in stock?' })
  await app.page.getByRole('link', { name: /Messages, 1 unread/ }).waitFor()
  await look('turquoise')
  await palette.getByRole('option', { name: 'turquoise lamp' }).click()
  await app.page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()

  await look('John Smith')
  await palette.getByRole('option', { name: 'John Smith' }).first().waitFor()
})

test('is worked by the keyboard alone, and gives the focus back', async () => {
  const { page } = app
  await page.getByPlaceholder('Search or dial').focus()
  await page.keyboard.press('Control+k')
  await palette.getByText('Last contacts').waitFor()
  await palette.getByRole('option', { name: 'Ben Okafor' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  expect(await active().innerText()).toContain('Go to Settings')
  await page.keyboard.press('Home')
  expect(await active().innerText()).toContain('Ben Okafor')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await active().getAttribute('id'))
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
  // It goes back once what covered it is gone.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('placeholder')))
    .toBe('Search or dial')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('go to team')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Team' }).waitFor()
})

test('Enter pressed before the answer is there opens what was typed, not what stood there', async () => {
  const { page } = app
  await page.keyboard.press('Control+k')
  await palette.getByRole('option', { name: 'Ben Okafor' }).waitFor()
  await page.keyboard.type('ada')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()
})

test('a number is called only after a question, by Enter or by Ctrl+Enter', async () => {
  const { page } = app
  const question = page.getByRole('dialog', { name: 'Call', exact: true })
  await look('(212) 555-0199')
  await palette.getByRole('option', { name: 'Text +1 212 555 0199' }).waitFor()
  await active().getByText('Call +1 212 555 0199').waitFor()
  await page.keyboard.press('Enter')
  await question.getByText('+12125550199', { exact: true }).waitFor()
  // Over a question the palette does not open.
  await page.keyboard.press('Control+k')
  expect(await palette.count()).toBe(0)
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })

  await look('lovelace')
  await palette.getByRole('option', { name: 'Ada Lovelace' }).waitFor()
  await page.keyboard.press('Control+Enter')
  await question.getByText(ada, { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  const requests = await app.control.get<{ method: string }[]>('/requests')
  expect(requests.filter(({ method }) => method === 'POST')).toEqual([])
})

test('says what it found, or that it found nothing', async () => {
  await look('lovelace')
  await palette
    .getByRole('status')
    .getByText(/^\d+ results?$/)
    .waitFor({ state: 'attached' })
  await look('xylophone')
  await palette.getByText('Nothing matches “xylophone”.').waitFor()
})

test('brings a section of Settings into view, with its title focused, also once more', async () => {
  const { page } = app
  const goTo = async (title: string) => {
    await look(title)
    await palette.getByRole('group', { name: 'Settings' }).getByRole('option', { name: title }).click()
    const heading = page.getByRole('heading', { name: title, exact: true, level: 2 })
    await expect.poll(() => heading.evaluate((it) => it === document.activeElement)).toBe(true)
    const { y = -1 } = (await heading.boundingBox()) ?? {}
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThan(page.viewportSize()?.height ?? 0)
  }
  await goTo('Hotkeys')
  for (const title of await page.getByRole('heading', { level: 2 }).allTextContents()) await goTo(title)
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  await goTo('Updates')
})
