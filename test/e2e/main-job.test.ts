import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { controlSimulator, type SimulatorControl } from '../../scripts/simulator-control.ts'
import { type StartedApp, startApp } from '../../scripts/start-app.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts'
import { launchChromium } from './launch-chromium.ts'

const myLine = '+15559876543'
const customer = '+12125550123'
const customerShown = '+1 212 555 0123'

let browser: Browser
let simulator: Simulator
let control: SimulatorControl
let app: StartedApp
let page: Page
let complaints: string[]

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function open(keys: readonly string[]): Promise<void> {
  app = await startApp({ electron: null, apiUrl: simulator.apiUrl, accountId: 61, keys })
  await control.post('/webhooks', { url: app.webhook })
  page = await browser.newPage({ viewport: { width: 1080, height: 720 } })
  complaints = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(app.ui)
}

beforeEach(async () => {
  simulator = await startSimulator({ seed: 3, ringMs: 200, talkMs: 800 })
  control = controlSimulator(simulator.url)
})
afterEach(async () => {
  await page.close()
  await app.stop()
  await simulator.stop()
  // Nothing that a page logs is normal: no blocked style, no failed request, no warning of a library.
  expect(complaints).toEqual([])
})

const bothKeys = (): string[] => [simulator.keys.users['1001'] ?? '', simulator.keys.developer]
const go = (section: RegExp) => page.getByRole('navigation').getByRole('link', { name: section }).click()

test('the first start takes a key, says whose it is, and signs in', async () => {
  await open([])
  await page.getByLabel('Account number').fill('61')
  await page.getByLabel('API key', { exact: true }).fill('not-a-key-of-anybody')
  await page.getByRole('button', { name: 'Check key' }).click()
  await page.getByText('Voice360 does not know this key').waitFor()

  await page.getByLabel('API key', { exact: true }).fill(simulator.keys.users['1001'] ?? '')
  await page.getByRole('button', { name: 'Check key' }).click()
  await page.getByText('User key of John Smith, extension 1001').waitFor()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Step 2 of 3').waitFor()
  await page.getByRole('button', { name: 'Skip for now' }).click()
  await page.getByText('ext 1001').waitFor()
  await page.getByText('No calls yet').waitFor()
})

test('a caller pops up, the card turns when the call is answered, and the call is kept', async () => {
  await open(bothKeys())
  await page.getByText('ext 1001').waitFor()
  const { call_id: callId } = await control.post('/calls', {
    from: customer,
    to: myLine,
    caller_name: 'Ada Lovelace'
  })
  const card = page.getByRole('article', { name: 'Ada Lovelace' })
  await card.getByText('ringing').waitFor()
  await card.getByText(customerShown).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('root')

  await control.post(`/calls/${callId}/answer`, { extension: '1001' })
  await card.getByText('answered by you').waitFor()
  await control.post(`/calls/${callId}/hang-up`, { by: 'caller' })
  await card.waitFor({ state: 'detached' })
  await page.getByRole('grid').or(page.getByRole('listbox')).getByText('Ada Lovelace').click()
  await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()
})

test('a missed call says so, stays, and can be called back', async () => {
  await open(bothKeys())
  await page.getByText('ext 1001').waitFor()
  const { call_id: callId } = await control.post('/calls', { from: customer, to: myLine })
  const card = page.getByRole('article')
  await card.getByText('ringing').waitFor()
  await control.post(`/calls/${callId}/hang-up`, { by: 'caller' })
  await card.getByText('missed').waitFor()
  await page.locator('article button[aria-disabled="false"]', { hasText: 'Call back' }).click()
  await page.getByRole('dialog').getByText(customer, { exact: true }).waitFor()
})

test('a typed number is shown as it will be sent, can be cancelled, and is dialed once', async () => {
  await open(bothKeys())
  await page.getByText('ext 1001').waitFor()
  const bar = page.getByPlaceholder('Search or dial')
  const dialog = page.getByRole('dialog')

  await bar.fill('(212) 555-0199')
  await page.getByText('Call +1 212 555 0199').waitFor()
  await bar.press('Enter')
  await dialog.getByText('+12125550199', { exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByText('Calling in').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })

  await bar.press('Enter')
  await dialog.getByText('+12125550199', { exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await dialog.getByText('Pick up your phone').waitFor()
  const requests = await control.get<{ method: string; path: string; body: unknown }[]>('/requests')
  const dials = requests.filter(({ method }) => method === 'POST')
  expect(dials).toHaveLength(1)
  expect(dials[0]?.body).toMatchObject({ from: '1001', to: '+12125550199', recording: false })
})

test('a thread goes both ways and shows how far each message came', async () => {
  await open(bothKeys())
  await page.getByText('ext 1001').waitFor()
  await control.post('/messages', { from: customer, to: myLine, body: 'Is my order ready?' })
  await go(/Messages, 1 unread message/)
  await page.getByText('Is my order ready?').first().click()
  const composer = page.getByRole('textbox', { name: 'Message' })
  await composer.fill('Yes, from two o’clock.')
  await page.getByText('138 left').waitFor()
  await composer.press('Enter')
  await page.getByRole('region').getByText('delivered').waitFor()

  await composer.fill('x'.repeat(161))
  await page.getByText('1 character too many').waitFor()
  await composer.press('Enter')
  const requests = await control.get<{ method: string; path: string }[]>('/requests')
  expect(requests.filter(({ path, method }) => method === 'POST' && path.endsWith('/sms/send'))).toHaveLength(
    1
  )
})

test('presence shows who is on a call, and stays but is stale when Voice360 is down', async () => {
  await open(bothKeys())
  await go(/Team/)
  await page.getByText('John Smith').waitFor()
  await control.put('/faults', { api_status: 503 })
  await page.getByText('Stale since').waitFor({ timeout: 30_000 })
  await page.getByText('John Smith').waitFor()
  complaints = []
})

test('a user key alone sees who is online, and the page says what it cannot see', async () => {
  await open([simulator.keys.users['1001'] ?? ''])
  await go(/Team/)
  await page.getByText('only online and offline can be seen').waitFor()
})
