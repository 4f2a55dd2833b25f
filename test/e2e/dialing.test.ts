import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { myLine, type OpenedApp, openApp } from './opened-app.ts'

let browser: Browser
let app: OpenedApp
let bar: Locator
let strip: Locator
let suggestions: Locator

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  app = await openApp(browser)
  bar = app.page.getByRole('combobox', { name: /^Search this list/ })
  strip = app.page.getByRole('dialog', { name: 'Call', exact: true })
  suggestions = app.page.getByRole('listbox', { name: 'Whom to call' })
})
afterEach(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const press = (key: string) => app.page.keyboard.press(key)
const propose = async (text: string) => {
  await bar.fill(text)
  await bar.press('Enter')
}
const shows = (address: string) => strip.getByText(address, { exact: true }).waitFor()
const button = (name: string) => strip.getByRole('button', { name, exact: true })
const isReady = (name: string) =>
  strip.locator('button[aria-disabled="false"]', { hasText: name }).waitFor({ state: 'visible' })
const closeStrip = async () => {
  await press('Escape')
  await strip.waitFor({ state: 'detached' })
}
/** Listens from now on; what it answers resolves once a live region has said `text`, however soon it is gone again. */
const listenFor = async (text: string) => {
  const heard = await app.page.evaluateHandle(
    (awaited) => ({
      isSaid: new Promise<void>((resolve) => {
        const look = () =>
          [...document.querySelectorAll('output')].some((it) => it.textContent === awaited) && resolve()
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true })
      })
    }),
    text
  )
  return () => heard.evaluate(({ isSaid }) => isSaid)
}
const dialsSent = async () => {
  const requests = await app.control.get<{ method: string; body: unknown }[]>('/requests')
  return requests.filter(({ method }) => method === 'POST').map(({ body }) => body)
}

test('of several numbers the arrows choose one, and that one is dialed', async () => {
  await propose('(212) 555-0198, (212) 555-0199')
  await shows('+12125550198')
  await strip.getByText('1 more number found').waitFor()
  await press('ArrowDown')
  await shows('+12125550199')
  await press('ArrowDown')
  await shows('+12125550199')
  await press('Enter')
  await strip.getByText('Pick up your phone').waitFor()
  await shows('+12125550199')
  expect(await dialsSent()).toMatchObject([{ from: '1001', to: '+12125550199' }])
})

test('what is to be agreed is said first, asked once, and agreed to by no key held down', async () => {
  const { page } = app
  await propose('+227 20 12 34 56')
  await shows('+22720123456')
  await strip.getByText('This number is abroad: Niger.').waitFor()
  expect(await strip.getByRole('alert').getByText('Call anyway?').count()).toBe(0)

  await page.keyboard.down('Enter')
  await strip.getByRole('alert').getByText('Call anyway?').waitFor()
  await isReady('Call anyway')
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  expect(await dialsSent()).toEqual([])
  await button('Call anyway').waitFor()
  await page.keyboard.up('Enter')

  await press('Enter')
  await strip.getByText('Calling in').waitFor()
  await strip.getByText('This number is abroad: Niger.').waitFor()
  // The keyboard is back where it was while that is still said.
  const cancelled = await listenFor('Cancelled. Nothing was dialed.')
  await closeStrip()
  await cancelled()
  await expect.poll(() => bar.evaluate((it) => it === document.activeElement)).toBe(true)
  await page.getByText('Cancelled. Nothing was dialed.').waitFor({ state: 'detached' })

  // What was cancelled is not sent, however long one waits: another call goes out after its time.
  await propose('1002')
  await shows('1002')
  await press('Enter')
  await strip.getByText('Pick up your phone').waitFor()
  expect(await dialsSent()).toMatchObject([{ to: '1002' }])
})

test('a question about one number is not answered by calling another', async () => {
  await propose('+227 20 12 34 56, (212) 555-0199')
  await shows('+22720123456')
  await press('Enter')
  await isReady('Call anyway')
  await press('ArrowDown')
  await shows('+12125550199')
  await button('Call').waitFor()
  await press('ArrowUp')
  await isReady('Call anyway')
  await closeStrip()
  expect(await dialsSent()).toEqual([])
})

test('a phone that is not registered is said before anything rings', async () => {
  const { page, control } = app
  await control.put('/users/1001', { devices_registered: false })
  await page.getByRole('navigation').getByRole('link', { name: /Team/ }).click()
  await page
    .getByRole('row', { name: /John Smith/ })
    .getByText('offline')
    .waitFor({ timeout: 30_000 })
  await propose('1002')
  await strip.getByText('The phone of extension 1001 is not registered').waitFor()
  await press('Enter')
  await isReady('Call anyway')
  await closeStrip()
})

test('a number that is not dialed from here says why', async () => {
  await propose('911')
  await strip.getByText('“911” is an emergency number').waitFor()
  await press('Enter')
  await closeStrip()
})

test('a name is proposed where it can mean one person only, and dialed by nobody but the user', async () => {
  const { page } = app
  // Enter comes before the answer, and waits for it.
  await propose('fernandez')
  await shows('1003')
  await strip.getByText('Diego Fernández').waitFor()
  await closeStrip()

  await propose('j')
  await page.getByRole('status').getByText('Several people match').waitFor()
  const people = suggestions.getByRole('group', { name: 'People' })
  const active = suggestions.getByRole('option', { selected: true })
  await people.getByRole('option', { name: 'John Smith' }).waitFor()
  await active.getByText('John Smith').waitFor()
  expect(await bar.getAttribute('aria-activedescendant')).toBe(await active.getAttribute('id'))
  expect(await strip.count()).toBe(0)
  await press('ArrowDown')
  await active.getByText('Jean-Luc Bélanger').waitFor()
  await press('Enter')
  await shows('1008')
  await closeStrip()

  await propose('the second building')
  await page.getByRole('status').getByText('This is no number, and nobody of that name is known.').waitFor()
  expect(await strip.count()).toBe(0)
  expect(await dialsSent()).toEqual([])
})

test('who was called is offered again, by the number last shown to them, and can be made a favourite', async () => {
  const { page } = app
  const shown = () => strip.getByRole('combobox', { name: 'showing' })
  await propose('(212) 555-0199')
  await shows('+12125550199')
  await shown().selectOption(myLine)
  await button('Call').press('Enter')
  await strip.getByText('Pick up your phone').waitFor()
  expect(await dialsSent()).toMatchObject([{ to: '+12125550199', caller_id: myLine }])
  await closeStrip()

  // The focus comes back to the field, and nothing opens over the list by itself.
  expect(await suggestions.count()).toBe(0)
  await bar.fill('')
  await suggestions.getByRole('group', { name: 'Last called' }).getByText('+1 212 555 0199').waitFor()
  await press('Escape')
  await suggestions.waitFor({ state: 'detached' })
  await press('ArrowDown')
  await press('ArrowDown')
  const active = suggestions.getByRole('option', { selected: true })
  expect(await bar.getAttribute('aria-activedescendant')).toBe(await active.getAttribute('id'))
  await press('Enter')
  await shows('+12125550199')
  expect(await shown().inputValue()).toBe(myLine)
  await closeStrip()

  await page.getByRole('listbox', { name: 'Calls' }).getByText('+1 212 555 0199').first().click()
  await page.getByRole('button', { name: 'Offer +1 212 555 0199 first when dialing' }).click()
  await bar.click()
  await suggestions.getByRole('group', { name: 'Favourites' }).getByText('+1 212 555 0199').waitFor()
  expect(await suggestions.getByRole('option').count()).toBe(1)
  await bar.fill('0198')
  await suggestions.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Calls' }).click()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  // What was typed is gone from elsewhere: without the focus nothing comes up over the list.
  await page.getByRole('listbox', { name: 'Calls' }).waitFor()
  expect(await suggestions.count()).toBe(0)
  await bar.fill('0199')
  await suggestions.getByRole('option').click()
  await shows('+12125550199')
  await closeStrip()

  await press('Control+k')
  await page.getByRole('group', { name: 'Last contacts' }).getByText('+1 212 555 0199').waitFor()
  expect(await page.getByRole('group', { name: 'Favourites and last called' }).count()).toBe(0)
  await press('Escape')
  expect(await dialsSent()).toHaveLength(1)
})
