import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { myLine, type OpenedApp, openApp } from './opened-app.ts'

let browser: Browser
let app: OpenedApp

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  // Long enough for a test to look at a call that runs.
  app = await openApp(browser, { ringMs: 60_000, talkMs: 60_000 })
})
afterEach(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const board = () => app.page.getByRole('grid', { name: 'Team' })
const row = (name: string) => board().getByRole('row', { name })
const chooseFor = async (name: string, choice: string) => {
  await row(name)
    .getByRole('button', { name: `More about ${name}` })
    .click()
  await app.page.getByRole('menuitem', { name: choice }).click()
}
const names = () =>
  board()
    .getByRole('row')
    .evaluateAll((rows) => rows.map((it) => it.getAttribute('aria-label') ?? it.textContent ?? ''))

test('the board shows who is on a call with whom, and who is free again', async () => {
  await app.page.getByRole('link', { name: 'Team' }).click()
  await row('John Smith').getByText('free').waitFor()
  const { call_id: id } = await app.control.post('/calls', {
    from: '+12125550123',
    to: myLine,
    extension: '1002',
    caller_name: 'Ada Lovelace'
  })
  await app.control.post(`/calls/${id}/answer`, { extension: '1002' })
  const colleague = board().getByRole('row').filter({ hasText: '1002' })
  await colleague.getByText(/on a call with/).waitFor()
  await colleague.getByRole('timer').waitFor()
  await app.control.post(`/calls/${id}/hang-up`, { by: 'caller' })
  await colleague.getByText('free').waitFor()
})

test('a favourite comes first, groups narrow it, and both are still there after a reload, as a grid too', async () => {
  await app.page.getByRole('link', { name: 'Team' }).click()
  const last = board().getByRole('row').last()
  const name =
    (await last.getByRole('button', { name: /^More about/ }).getAttribute('aria-label'))?.slice(11) ?? ''
  await chooseFor(name, 'Put first')
  await expect.poll(async () => (await names())[0]).toContain(name)

  await chooseFor(name, 'Groups…')
  await app.page.getByRole('textbox', { name: 'New group' }).fill('Night shift')
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('checkbox', { name: 'Night shift' }).waitFor()
  await app.page.getByRole('button', { name: 'Close' }).click()
  await app.page.getByRole('combobox', { name: 'Group' }).selectOption('Night shift')
  await expect.poll(async () => (await names()).length).toBe(1)

  await app.page.getByRole('button', { name: 'Show as a grid' }).click()
  await app.page.getByRole('button', { name: 'Show as a list' }).waitFor()
  await app.page.reload()
  await app.page.getByRole('button', { name: 'Show as a list' }).waitFor()
  await expect.poll(async () => (await names())[0]).toContain(name)
})

test('the list is narrowed by what is typed, and a colleague is called by the keyboard', async () => {
  await app.page.getByRole('link', { name: 'Team' }).click()
  await board().getByRole('row').nth(3).waitFor()
  await app.page.getByLabel(/^Search this list/).fill('1003')
  await expect.poll(async () => (await names()).length).toBe(1)
  await board().getByRole('row').first().focus()
  await app.page.keyboard.press('Enter')
  await app.page.getByRole('dialog', { name: 'Call' }).getByText('1003').first().waitFor()
})

test('queues show their counts; opened, how they are set up and who their agents are', async () => {
  await app.page.getByRole('link', { name: 'Queues' }).click()
  const sales = app.page.getByRole('listitem').filter({ hasText: 'Sales Queue' })
  await sales.getByText('Available').first().waitFor()
  await sales.getByRole('button', { name: /Sales Queue/ }).click()
  await sales.getByText('Each agent for').waitFor()
  await sales
    .getByRole('button', { name: /^Call / })
    .first()
    .waitFor()
  await sales.getByRole('combobox', { name: /Tell me when nobody is available/ }).selectOption('5')
  await app.page.reload()
  await expect
    .poll(() => sales.getByRole('combobox', { name: /Tell me when nobody is available/ }).inputValue())
    .toBe('5')
})

test('a caller whom a queue lost is on the board as it happens, and gone once done with', async () => {
  await app.page.getByRole('link', { name: 'Queues' }).click()
  const { call_id: id } = await app.control.post('/calls', { from: '+12125550123', queue: 100_134 })
  await app.control.post(`/calls/${id}/hang-up`, { by: 'caller' })
  const lost = app.page.getByRole('region', { name: 'To call back' })
  await lost.getByText('hung up waiting').waitFor()
  await lost.getByRole('button', { name: "I'm on it" }).click()
  await lost.getByText('You are on it since').waitFor()
  await lost.getByRole('button', { name: /^Done: / }).click()
  await lost.waitFor({ state: 'detached' })
})

test('an account of 10,000 people opens, is searched, and scrolls to its end', async () => {
  const large = await openApp(browser, { ringMs: 60_000, talkMs: 60_000, users: 10_000 })
  try {
    const { page } = large
    await page.getByRole('link', { name: 'Team' }).click()
    const rows = page.getByRole('grid', { name: 'Team' }).getByRole('row')
    await page.getByRole('button', { name: 'All 10000' }).waitFor()
    await rows.first().focus()
    await page.keyboard.press('End')
    await rows.filter({ hasText: '11000' }).waitFor()
    // What is not in view is not rendered.
    expect(await rows.count()).toBeLessThan(100)
    await page.getByLabel(/^Search this list/).fill('10500')
    await expect.poll(() => rows.count()).toBe(1)
    expect(large.complaints).toEqual([])
  } finally {
    await large.close()
  }
})
