import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SimulatorControl } from '../../scripts/simulator-control.ts'
import { launchChromium } from './launch-chromium.ts'
import { myLine, type OpenedApp, openApp } from './opened-app.ts'

const ada = '+12125550123'
const mallory = '+12125550199'
const formula = "=cmd|' /C calc'!A0"

let browser: Browser
let app: OpenedApp
let control: SimulatorControl
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  app = await openApp(browser, { ringMs: 60_000, talkMs: 60_000 })
  ;({ page, control } = app)
})
afterEach(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const list = () => page.getByRole('listbox', { name: 'Calls' })
const row = (name: string) => list().getByRole('option').filter({ hasText: name })
const rail = () => page.getByRole('navigation')
const person = () => page.getByRole('region')

/** A call that nobody takes; its card is closed, so that it covers nothing. */
async function missCall(from: string, callerName: string): Promise<void> {
  const { call_id: callId } = await control.post('/calls', { from, to: myLine, caller_name: callerName })
  await row(callerName).getByText('ringing').waitFor()
  await control.post(`/calls/${callId}/hang-up`, { by: 'caller' })
  await row(callerName).getByText('missed').waitFor()
  await closeCards()
}

async function talk(from: string, callerName: string): Promise<void> {
  const { call_id: callId } = await control.post('/calls', { from, to: myLine, caller_name: callerName })
  await row(callerName).getByText('ringing').waitFor()
  await control.post(`/calls/${callId}/answer`, { extension: '1001' })
  await control.post(`/calls/${callId}/hang-up`, { by: 'caller' })
  await row(callerName).getByText('answered by you').waitFor()
  await closeCards()
}

async function closeCards(): Promise<void> {
  const close = page.locator('article button[aria-disabled="false"][aria-label^="Close"]')
  while ((await page.getByRole('article').count()) > 0) {
    await close
      .first()
      .click({ timeout: 2_000 })
      .catch(() => {})
  }
}

async function chooseFromMenu(menu: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: choice }).click()
}

test('filters narrow the history, and search finds a note', async () => {
  await talk(ada, 'Ada Lovelace')
  await missCall(mallory, 'Mallory')

  await page.getByRole('button', { name: 'Missed' }).click()
  await row('Ada Lovelace').waitFor({ state: 'detached' })
  await row('Mallory').waitFor()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()

  await row('Ada Lovelace').click()
  const note = person().getByRole('textbox', { name: 'Note of this call' })
  await note.fill('Wants a quote for desks')
  await note.press('Control+Enter')
  await row('Wants a quote').waitFor()
  await page.getByPlaceholder('Search or dial').fill('quote')
  await row('Mallory').waitFor({ state: 'detached' })
  await row('Ada Lovelace').waitFor()

  await page.getByPlaceholder('Search or dial').fill('nothing like it')
  await page.getByText('No call matches “nothing like it”').waitFor()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await row('Mallory').waitFor()
})

test('a note and an outcome are kept, and an outcome can be asked for', async () => {
  await talk(ada, 'Ada Lovelace')
  await missCall(mallory, 'Mallory')
  await row('Ada Lovelace').click()
  await person().getByRole('combobox', { name: 'Outcome' }).selectOption('solved')
  const note = person().getByRole('textbox', { name: 'Note of this call' })
  await note.fill('Sent the invoice')
  await note.press('Escape')
  expect(await note.inputValue()).toBe('')
  await note.fill('Sent the offer')
  await note.blur()
  await person().getByRole('button', { name: 'Note', exact: true }).click()
  const about = person().getByRole('textbox', { name: 'Note about Ada Lovelace' })
  await about.fill('Prefers mornings')
  await about.press('Control+Enter')
  await row('solved').waitFor()

  await page.reload()
  await row('solved · “Sent the offer”').waitFor()
  await row('Ada Lovelace').click()
  await expect.poll(() => note.inputValue()).toBe('Sent the offer')
  await expect.poll(() => about.inputValue()).toBe('Prefers mornings')

  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Outcome' }).selectOption('solved')
  await page.keyboard.press('Escape')
  await row('Mallory').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Remove the filter solved' }).click()
  await row('Mallory').waitFor()
})

test('missed calls are counted until they are looked at, or all marked read', async () => {
  await missCall(ada, 'Ada Lovelace')
  await missCall(mallory, 'Mallory')
  await rail().getByRole('link', { name: 'Calls, 2 missed calls' }).waitFor()
  await row('Ada Lovelace').getByText('not looked at yet').waitFor()

  await row('Ada Lovelace').click()
  await rail().getByRole('link', { name: 'Calls, 1 missed call' }).waitFor()
  await row('Ada Lovelace').getByText('not looked at yet').waitFor({ state: 'detached' })

  await chooseFromMenu('More for these calls', 'Mark all read')
  await rail().getByRole('link', { name: 'Calls', exact: true }).waitFor()
})

test('an export downloads what is shown, and a name that is a formula computes nothing', async () => {
  await talk(ada, 'Ada Lovelace')
  await missCall(mallory, formula)
  const csv = await download('Export CSV')
  const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true })
  const calls = data.filter(({ kind }) => kind === 'call')
  expect(calls.map(({ name }) => name)).toEqual([`'${formula}`, 'Ada Lovelace'])
  expect(calls.map(({ number }) => number)).toEqual([`'${mallory}`, `'${ada}`])
  expect(calls[0]?.startedAtUtc).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  for (const cell of data.flatMap((line) => Object.values(line))) expect(cell).not.toMatch(/^[=+\-@\t\r]/)

  await page.getByRole('button', { name: 'Missed' }).click()
  await row('Ada Lovelace').waitFor({ state: 'detached' })
  const json: readonly Record<string, unknown>[] = JSON.parse(await download('Export JSON'))
  expect(json.filter(({ kind }) => kind === 'call')).toMatchObject([{ name: formula, number: mallory }])
})

async function download(choice: string): Promise<string> {
  const started = page.waitForEvent('download')
  await chooseFromMenu('More for these calls', choice)
  const file = await (await started).path()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  return readFile(file, 'utf8')
}

test('a call goes, and then everything with a person, only after asking', async () => {
  await talk(ada, 'Ada Lovelace')
  await missCall(mallory, 'Mallory')
  await row('Mallory').click()
  await chooseFromMenu('More', 'Delete this call')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('This cannot be undone.').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await row('Mallory').waitFor()
  await chooseFromMenu('More', 'Delete this call')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await row('Mallory').waitFor({ state: 'detached' })

  await control.post('/messages', { from: ada, to: myLine, body: 'Is my order ready?' })
  await row('Ada Lovelace').click()
  await person().getByText('Is my order ready?', { exact: true }).waitFor()
  await chooseFromMenu('More', 'Delete everything with this person')
  await dialog.getByText('1 call, 1 message and 0 notes').waitFor()
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await page.getByText('No calls yet').waitFor()
  await page.reload()
  await page.getByText('No calls yet').waitFor()
  await rail()
    .getByRole('link', { name: /Messages/ })
    .click()
  await page.getByText('No messages yet').waitFor()
})
