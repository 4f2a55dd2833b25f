import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startSimulator } from '../../src/simulator/start-simulator.ts'
import { launchChromium } from '../../test/e2e/launch-chromium.ts'
import { buildApp } from '../build-app.ts'
import { root } from '../root.ts'
import { controlSimulator } from '../simulator-control.ts'
import { startApp } from '../start-app.ts'

// Renews docs/images: every screen as a small office's day has left it, light and dark.
const myLine = '+15559876543'
const ada = '+12125550123'
const contacts = [
  ['Ada Lovelace', '(212) 555-0123'],
  ['Grace Hopper', '(202) 555-0143'],
  ['Zoë Bürgi-Featherstonehaugh', '+41 44 668 18 00']
] as const
const folder = join(root, 'docs', 'images')

await buildApp()
mkdirSync(folder, { recursive: true })
const simulator = await startSimulator({ seed: 11, ringMs: 100, talkMs: 400 })
const control = controlSimulator(simulator.url)
const browser = await launchChromium()

const running: (() => Promise<void>)[] = [() => simulator.stop(), () => browser.close()]
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    await control.post('/reset')
    await shootSetup(colorScheme)
    await shootOffice(colorScheme)
  }
} finally {
  for (const stop of running.toReversed()) await stop()
}

async function open(keys: readonly string[], colorScheme: 'light' | 'dark'): Promise<Page> {
  const app = await startApp({ electron: null, apiUrl: simulator.apiUrl, accountId: 61, keys })
  running.push(() => app.stop())
  await control.post('/webhooks', { url: app.webhook })
  const page = await browser.newPage({ viewport: { width: 1080, height: 720 }, colorScheme })
  await page.goto(app.ui)
  return page
}

async function shoot(page: Page, name: string, colorScheme: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' })
}

async function shootSetup(colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await open([], colorScheme)
  await page.getByLabel('Account number').fill('61')
  await page.getByLabel('API key', { exact: true }).fill(simulator.keys.developer)
  await page.getByRole('button', { name: 'Check key' }).click()
  await page.getByText('choose your extension').waitFor()
  await shoot(page, 'setup', colorScheme)
  await page.close()
}

async function shootOffice(colorScheme: 'light' | 'dark'): Promise<void> {
  const page = await open([simulator.keys.users['1001'] ?? '', simulator.keys.developer], colorScheme)
  const card = page.getByRole('article')
  await page.getByText('ext 1001').waitFor()
  await liveThroughADay(page)

  await page
    .getByRole('option', { name: /Ada Lovelace/ })
    .first()
    .click()
  await page.getByText('See you at ten.').first().waitFor()
  const ringing = await ring('+442079460018', 'Oluwaseun Adeyemi-Featherstonehaugh')
  await card.getByText('ringing').waitFor()
  await shoot(page, 'calls', colorScheme)
  await control.post(`/calls/${ringing}/hang-up`, { by: 'caller' })
  await card.getByText('missed').waitFor()
  await card.screenshot({ path: join(folder, `popup-${colorScheme}.png`) })
  await closeCard(page)

  await section(page, /Messages/)
  await page.getByText('Is the blue one').first().click()
  await shoot(page, 'messages', colorScheme)
  await section(page, /Team/)
  await ring(ada, 'Ada Lovelace')
  await closeCard(page)
  await page.getByText('on a call with').first().waitFor()
  await shoot(page, 'team', colorScheme)
  await section(page, /Queues/)
  await page.getByRole('button', { name: /Sales Queue/ }).click()
  await page.getByText('Each agent for').waitFor()
  await shoot(page, 'queues', colorScheme)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search everything' }).fill('ada')
  await page.getByRole('dialog').getByText('People', { exact: true }).waitFor()
  await shoot(page, 'palette', colorScheme)
  await page.keyboard.press('Escape')
  await section(page, /Contacts/)
  for (const [name, number] of contacts) await addContact(page, name, number)
  await shoot(page, 'contacts', colorScheme)
  await section(page, /Settings/)
  await shoot(page, 'settings', colorScheme)
  await page.evaluate(() => {
    location.hash = '#/settings/reach/webhooks'
  })
  await page.getByText(/of 11 arrive/).waitFor()
  await shoot(page, 'reach', colorScheme)
  await section(page, /Calls/)
  await page.getByPlaceholder('Search or dial').fill('(212) 555-0199')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('+12125550199', { exact: true }).waitFor()
  await shoot(page, 'dial', colorScheme)
  await page.close()
}

async function addContact(page: Page, name: string, number: string): Promise<void> {
  await page.locator('header').getByRole('button', { name: 'New contact' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Number 1', exact: true }).fill(number)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

async function closeCard(page: Page): Promise<void> {
  await page.locator('article button[aria-disabled="false"]').first().click()
  await page.getByRole('article').waitFor({ state: 'detached' })
}

async function section(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click()
}

async function ring(from: string, callerName: string, extension = '1001'): Promise<string | undefined> {
  const { call_id: id } = await control.post('/calls', {
    from,
    to: myLine,
    extension,
    caller_name: callerName
  })
  return id
}

async function liveThroughADay(page: Page): Promise<void> {
  const cards = page.getByRole('article')
  for (const [from, name, outcome] of [
    ['+12125550187', 'Ben Okafor', 'answered'],
    ['+4930901820', null, 'missed'],
    [ada, 'Ada Lovelace', 'answered']
  ] as const) {
    const { call_id: id } = await control.post('/calls', {
      from,
      to: myLine,
      ...(name && { caller_name: name })
    })
    await cards.getByText('ringing').waitFor()
    if (outcome === 'answered') await control.post(`/calls/${id}/answer`, { extension: '1001' })
    await control.post(`/calls/${id}/hang-up`, { by: 'caller' })
    await closeCard(page)
  }
  for (const [from, body] of [
    ['+12125550187', 'Is the blue one back in stock?'],
    [ada, 'Could we meet tomorrow morning instead?']
  ]) {
    await control.post('/messages', { from, to: myLine, body })
  }
  await section(page, /Messages/)
  await page.getByText('Could we meet tomorrow').first().click()
  await page.getByRole('textbox', { name: 'Message' }).fill('Of course. See you at ten.')
  await page.keyboard.press('Enter')
  await page.getByRole('region').getByText('delivered').waitFor()
  await section(page, /Calls/)
}
