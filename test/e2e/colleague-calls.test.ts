import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { type OpenedApp, openApp } from './opened-app.ts'

let browser: Browser
let app: OpenedApp
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  app = await openApp(browser, { ringMs: 60_000, talkMs: 60_000 })
  ;({ page } = app)
})
afterEach(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const rows = () => page.getByRole('listbox', { name: 'Calls' }).getByRole('option')
const row = (name: string) => rows().filter({ hasText: name })

/** A call with the colleague of that name that is over, answered where `isAnswered`; resolves when its row says so. */
async function callOver(from: string, to: string, name: string, told: string, isAnswered = true) {
  const { call_id: id } = await app.control.post('/calls', { from, to })
  if (isAnswered) await app.control.post(`/calls/${id}/answer`, { extension: to })
  await app.control.post(`/calls/${id}/hang-up`, { by: 'caller' })
  await row(name).getByText(told).waitFor()
}

test('a call between two colleagues says who called whom, and stands with each of them', async () => {
  const { call_id: id } = await app.control.post('/calls', { from: '1003', to: '1009' })
  await row('Fatima Al-Zahrawi').getByText('Diego Fernández is calling').waitFor()
  await app.control.post(`/calls/${id}/answer`, { extension: '1009' })
  await app.control.post(`/calls/${id}/hang-up`, { by: 'caller' })
  await row('Fatima Al-Zahrawi').getByText('Diego Fernández called').waitFor()
  for (const [extension, name] of Object.entries({ 1003: 'Diego Fernández', 1009: 'Fatima Al-Zahrawi' })) {
    await page.evaluate((hash) => void (location.hash = hash), `/people/${extension}`)
    await page.getByRole('region').getByRole('heading', { name }).waitFor()
  }
})

test('a call that two colleagues missed waits for nobody here: neither its row nor the badge says so', async () => {
  await callOver('1003', '1009', 'Fatima Al-Zahrawi', 'Diego Fernández called, no answer', false)
  const waits = page.getByText('not looked at yet')
  expect(await waits.count()).toBe(0)
  await callOver('1007', '1001', 'Priya Raghunathan', 'missed', false)
  await page.getByRole('navigation').getByRole('link', { name: 'Calls, 1 missed' }).waitFor()
  expect(await waits.count()).toBe(1)
})

test('mine with a colleague says whether I called, and the badge counts only what I missed', async () => {
  await callOver('1001', '1004', 'Mei Lin', 'you called')
  await callOver('1001', '1005', 'Oluwaseun Adeyemi', 'you called', false)
  await callOver('1006', '1001', 'Søren Østergaard', 'answered by you')
  const rail = page.getByRole('navigation')
  await rail.getByRole('link', { name: 'Calls', exact: true }).waitFor()
  await callOver('1007', '1001', 'Priya Raghunathan', 'missed', false)
  await rail.getByRole('link', { name: 'Calls, 1 missed' }).waitFor()
})

test('a dial of a colleague is no part of the call before it', async () => {
  const plan = { outcome: 'answered', answer_after_ms: 100, end_after_ms: 300 }
  await app.control.post('/calls', { from: '1001', to: '+14155550199', plan })
  await row('415').getByText('you called').waitFor()
  const field = page.getByPlaceholder('Search or dial')
  await field.fill('1002')
  await field.press('Enter')
  const strip = page.getByRole('dialog', { name: 'Call', exact: true })
  await strip.locator('button[aria-disabled="false"]', { hasText: 'Call' }).click()
  await row('Anna Kowalska').getByText('dialing').waitFor()
  // What is in it is searched for, too.
  await field.fill('')
  await row('415').getByText('you called').waitFor()
})
