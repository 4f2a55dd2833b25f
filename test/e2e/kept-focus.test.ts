import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { type OpenedApp, openApp, talkWith } from './opened-app.ts'

let browser: Browser
let app: OpenedApp

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  app = await openApp(browser)
})
afterEach(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const press = (key: string) => app.page.keyboard.press(key)
const goTo = (name: string) => app.page.getByRole('navigation').getByRole('link', { name }).click()
const button = (name: string | RegExp) => app.page.getByRole('button', { name })
const hasFocus = async (locator: Locator) => {
  await expect.poll(() => locator.evaluate((it) => it === document.activeElement)).toBe(true)
}
const pressOn = async (control: Locator) => {
  await control.focus()
  await press('Enter')
}

async function saveContact(name: string, number: string): Promise<void> {
  await pressOn(app.page.locator('header').getByRole('button', { name: 'New contact' }))
  await app.page.getByRole('textbox', { name: 'Name' }).fill(name)
  await app.page.getByRole('textbox', { name: 'Number 1', exact: true }).fill(number)
  await press('Enter')
  await hasFocus(app.page.getByRole('heading', { name }))
}

test('a contact that is saved, left unchanged or deleted', async () => {
  const { page } = app
  await goTo('Contacts')
  await saveContact('Ada Lovelace', '(202) 555-0141')
  await saveContact('Grace Hopper', '(202) 555-0143')
  await pressOn(button('Edit'))
  await hasFocus(page.getByRole('textbox', { name: 'Name' }))
  await pressOn(button('Cancel'))
  await hasFocus(page.getByRole('heading', { name: 'Grace Hopper' }))
  await pressOn(button('Delete'))
  await pressOn(page.getByRole('dialog').getByRole('button', { name: 'Delete' }))
  const list = page.getByRole('listbox', { name: 'My contacts' })
  await hasFocus(list)
  await press('Enter')
  await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()

  await page.locator('header').getByRole('button', { name: 'Import contacts' }).click()
  const buffer = Buffer.from('Name,Phone\nAlan Turing,(202) 555-0144\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer })
  await pressOn(button('Import 1 contact'))
  await page.getByText('1 contact was imported.').waitFor()
  await pressOn(button('Show contacts'))
  await hasFocus(list)
})

test('a caller who is done with, and the last one', async () => {
  const { page, control } = app
  await goTo('Queues')
  for (const from of ['+12125550177', '+12125550178']) {
    const { call_id: id } = await control.post('/calls', { from, queue: 100_134 })
    await control.post(`/calls/${id}/hang-up`, { by: 'caller' })
  }
  const lost = page.getByRole('region', { name: 'To call back' })
  await lost.getByText('2 callers to call back').waitFor()
  await pressOn(lost.getByRole('button', { name: /^Done: / }).first())
  await lost.getByText('1 caller to call back').waitFor()
  await hasFocus(lost.getByRole('link'))
  await pressOn(lost.getByRole('button', { name: /^Done: / }))
  await lost.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('li') !== null)).toBe(true)
})

test('a filter that is taken away, and quiet that is ended', async () => {
  const { page } = app
  await pressOn(button('Filters'))
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption({ index: 1 })
  await press('Escape')
  await pressOn(button(/^Remove the filter/))
  await hasFocus(button('Filters'))

  const quiet = page.getByRole('combobox', { name: 'Do not disturb' })
  await quiet.focus()
  await quiet.selectOption({ index: 1 })
  await hasFocus(button('Turn off'))
  await press('Enter')
  await hasFocus(quiet)
})

test('a message field whose person is left by the palette', async () => {
  const { page } = app
  await talkWith(app, '+12125550123', 'Ada Lovelace')
  await talkWith(app, '+12125550187', 'Ben Okafor')
  await page.getByRole('listbox', { name: 'Calls' }).getByText('Ben Okafor').first().click()
  await page.getByRole('textbox', { name: /^Message/ }).focus()
  await press('Control+k')
  await page.keyboard.type('lovelace')
  await press('Enter')
  await hasFocus(page.getByRole('heading', { name: 'Ada Lovelace' }))
})

test('a list that gives way to what was opened from it, and comes back', async () => {
  const { page } = app
  await talkWith(app, '+12125550123', 'Ada Lovelace')
  await talkWith(app, '+12125550187', 'Ben Okafor')
  await page.setViewportSize({ width: 640, height: 480 })
  const list = page.getByRole('listbox', { name: 'Calls' })
  await list.focus()
  await press('ArrowDown')
  await press('Enter')
  await hasFocus(page.getByRole('heading', { name: 'Ada Lovelace' }))
  await pressOn(page.getByRole('button', { name: 'Back', exact: true }))
  await hasFocus(list)
  await press('Home')
  await press('Enter')
  await hasFocus(page.getByRole('heading', { name: 'Ben Okafor' }))
})

test('a list that has no more room beside the person', async () => {
  const { page } = app
  await talkWith(app, '+12125550123', 'Ada Lovelace')
  const list = page.getByRole('listbox', { name: 'Calls' })
  await list.getByText('Ada Lovelace').click()
  await list.focus()
  await page.setViewportSize({ width: 640, height: 480 })
  await hasFocus(page.getByRole('heading', { name: 'Ada Lovelace' }))
})

test('a click beside everything is no loss', async () => {
  const { page } = app
  await goTo('Contacts')
  await saveContact('Ada Lovelace', '(202) 555-0141')
  await button('Edit').focus()
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await page.evaluate(() => void (location.hash = '#/queues'))
  await page
    .getByRole('combobox', { name: /^Tell me/ })
    .first()
    .waitFor()
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame)
  })
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
})
