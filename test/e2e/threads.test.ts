import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SimulatorControl } from '../../scripts/simulator-control.ts'
import { launchChromium } from './launch-chromium.ts'
import { myLine, type OpenedApp, openApp } from './opened-app.ts'

const ada = '+12125550123'
const ben = '+12125550187'

let browser: Browser
let app: OpenedApp
let page: Page
let control: SimulatorControl

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  app = await openApp(browser)
  ;({ page, control } = app)
  await rail().getByRole('link', { name: 'Messages' }).click()
})
afterEach(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const rail = () => page.getByRole('navigation')
const list = () => page.getByRole('listbox', { name: 'Messages' })
const thread = (text: string) => list().getByRole('option').filter({ hasText: text })
const log = () => page.getByRole('log')
const dialog = () => page.getByRole('dialog')
const receive = (from: string, body: string) => control.post('/messages', { from, to: myLine, body })
const show = (filter: string) => page.getByRole('button', { name: filter, exact: true }).click()

async function chooseFromMenu(menu: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: choice }).click()
}

const sent = async (body: string) => {
  const requests = await control.get<{ method: string; path: string; body: unknown }[]>('/requests')
  return requests.filter(
    (it) => it.method === 'POST' && it.path.endsWith('/sms/send') && JSON.stringify(it.body).includes(body)
  )
}

test('a thread is marked unread, muted and archived, by its menu and by keys, and comes back', async () => {
  await receive(ada, 'Is my order ready?')
  await thread('Is my order ready?').click()
  await rail().getByRole('link', { name: 'Messages', exact: true }).waitFor()

  await thread('Is my order ready?').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Mark unread' }).click()
  await rail().getByRole('link', { name: 'Messages, 1 unread message' }).waitFor()
  await show('Unread')
  await thread('Is my order ready?').waitFor()
  await list().focus()
  await page.keyboard.press('m')
  await thread('Is my order ready?').getByText('muted').waitFor({ state: 'attached' })
  await rail().getByRole('link', { name: 'Messages', exact: true }).waitFor()
  await page.keyboard.press('m')
  await rail().getByRole('link', { name: 'Messages, 1 unread message' }).waitFor()

  await show('Inbox')
  await list().focus()
  await page.keyboard.press('e')
  await page.getByText('The inbox is empty').waitFor()
  await show('Archived')
  await thread('Is my order ready?').waitFor()
  await page.reload()
  await page.getByText('The inbox is empty').waitFor()
  // A message brings it back by itself.
  await receive(ada, 'Hello?')
  await thread('Hello?').waitFor()
})

test('the words of messages are found, and open the person at the message', async () => {
  await receive(ada, 'The turquoise lamp is broken')
  await receive(ben, 'See you on Monday')
  await thread('See you on Monday').waitFor()
  await page.getByPlaceholder('Search or dial').fill('turquoise')
  await list().getByText('In messages').waitFor()
  await list().locator('mark').filter({ hasText: 'turquoise' }).click()
  await log().locator('[data-sought]').getByText('The turquoise lamp is broken').waitFor()

  await page.getByPlaceholder('Search or dial').fill('xylophone')
  await page.getByText('No thread matches “xylophone”').waitFor()
})

test('what may have been sent is sent again only after a question, and once', async () => {
  await receive(ada, 'Where are you?')
  await thread('Where are you?').click()
  await control.put('/faults', { api_reset: true, lose_receipts: true, path_prefix: '/sms' })
  const composer = page.getByRole('textbox', { name: 'Message' })
  await composer.fill('On my way.')
  await composer.press('Enter')
  await log().getByText('May have been sent.').waitFor()
  expect(await sent('On my way.')).toHaveLength(1)

  // Receipts go on being lost: one that came late would say that it was sent after all.
  await control.put('/faults', { lose_receipts: true })
  await log().getByRole('button', { name: 'Send again …' }).click()
  await dialog().getByText('then they get it twice').waitFor()
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  expect(await sent('On my way.')).toHaveLength(1)
  await log().getByRole('button', { name: 'Send again …' }).click()
  await dialog().getByRole('button', { name: 'Send again' }).dblclick()
  await log().getByText('accepted, no receipt yet').waitFor()
  expect(await sent('On my way.')).toHaveLength(2)
})

test('an address in a message asks before it leads anywhere, and http is only copied', async () => {
  await receive(ada, 'Papers: https://xn--pple-43d.com/track and http://shop.example/login')
  await thread('Papers').click()
  await log().getByRole('button', { name: 'https://xn--pple-43d.com/track' }).click()
  await dialog().getByText('xn--pple-43d.com', { exact: true }).waitFor()
  await dialog().getByText('аpple.com').waitFor()
  await page.keyboard.press('Escape')
  await dialog().waitFor({ state: 'detached' })
  await log().getByRole('button', { name: 'Copy the address' }).waitFor()
  expect(await log().getByRole('link').count()).toBe(0)
  expect(page.context().pages()).toHaveLength(1)
})

test('what is exported comes back once it was deleted, and is there only once', async () => {
  const bodies = ['=1+1', 'Grüße, "quoted"\nover two lines 😀']
  for (const body of bodies) {
    await receive(ada, body)
    await thread(body.split('\n')[0] ?? '').waitFor()
  }
  await list().getByRole('option').first().click()
  for (const format of ['JSON', 'CSV']) {
    const file = await download(`Export ${format}`)
    await chooseFromMenu('More', 'Delete everything with this person')
    await dialog().getByRole('button', { name: 'Delete' }).click()
    await page.getByText('No messages yet').waitFor()
    await importFile(file)
    await dialog().getByRole('button', { name: 'Import 2 messages' }).click()
    await dialog().getByText('2 messages were imported.').waitFor()
    await dialog().getByRole('button', { name: 'Close' }).click()
    // Which of two messages of one second is the last is not said.
    await list().getByRole('option').first().click()
    for (const body of bodies) await log().getByText(body).waitFor()

    await importFile(file)
    await dialog().getByText('There is nothing new in this file.').waitFor()
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  }
})

interface ExportedFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

async function download(choice: string): Promise<ExportedFile> {
  const started = page.waitForEvent('download')
  await chooseFromMenu('More for all threads', choice)
  const file = await started
  const buffer = await readFile(await file.path())
  await dialog().getByRole('button', { name: 'Close', exact: true }).click()
  return { name: file.suggestedFilename(), mimeType: 'text/plain', buffer }
}

async function importFile(file: ExportedFile): Promise<void> {
  await chooseFromMenu('More for all threads', 'Import messages')
  await page.locator('input[type=file]').setInputFiles(file)
}

test('a stored thread of 50,000 messages opens at the newest and is read back page by page', {
  timeout: 240_000
}, async () => {
  const count = 50_000
  const fromMs = Date.now() - count * 60_000
  const messages = Array.from({ length: count }, (_, index) => ({
    line: myLine,
    number: ada,
    direction: 'in',
    body: `Message number ${index}`,
    state: 'received',
    time: new Date(fromMs + index * 60_000).toISOString(),
    messageId: null
  }))
  const buffer = Buffer.from(JSON.stringify({ format: 'voice360-messages', version: 1, messages }))
  await importFile({ name: 'long.json', mimeType: 'application/json', buffer })
  await dialog()
    .getByRole('button', { name: /^Import [\d,.]+ messages$/ })
    .click({ timeout: 90_000 })
  await dialog().getByText(`${count} messages were imported.`).waitFor({ timeout: 120_000 })
  await dialog().getByRole('button', { name: 'Close' }).click()

  await thread(`Message number ${count - 1}`).click()
  await log()
    .getByText(`Message number ${count - 1}`, { exact: true })
    .waitFor()
  await log().focus()
  for (let pages = 0; pages < 5; pages += 1) await page.keyboard.press('Home')
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Home')
        const text = await log().locator('[data-entry] p[dir]').first().innerText()
        return Number(text.split(' ').at(-1))
      },
      { timeout: 30_000 }
    )
    .toBeLessThan(count - 1_000)

  await expect.poll(() => log().getAttribute('aria-busy')).toBe('false')
  await expect.poll(isFilled).toBe(true)
  const before = await seen()
  await receive(ada, 'The newest of all')
  await thread('The newest of all').waitFor()
  const after = await seen()
  expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text))
  const moved = after.map(({ topPx }, index) => Math.abs(topPx - (before[index]?.topPx ?? NaN)))
  expect(Math.max(...moved)).toBeLessThanOrEqual(1)
})

/** Whether rows are drawn down to the bottom of the log: those far from what was seen before come a moment later. */
const isFilled = () =>
  log().evaluate((element) => {
    const { bottom } = element.getBoundingClientRect()
    return [...element.querySelectorAll('[data-entry]')].some(
      (row) => row.getBoundingClientRect().bottom >= bottom
    )
  })

/** The texts in view, and how far below the top of the log each stands. */
const seen = () =>
  log().evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return [...element.querySelectorAll('[data-entry]')]
      .map((row) => ({ text: row.textContent, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > top && box.top < bottom)
      .map(({ text, box }) => ({ text, topPx: box.top - top }))
  })
