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
const folder = join(root, 'docs', 'images')

await buildApp()
mkdirSync(folder, { recursive: true })
const simulator = await startSimulator({ seed: 11, ringMs: 100, talkMs: 400 })
const control = controlSimulator(simulator.url)
const browser = await launchChromium()

for (const colorScheme of ['light', 'dark'] as const) {
  await control.post('/reset')
  const empty = await startApp({ electron: null, apiUrl: simulator.apiUrl, accountId: 61, keys: [] })
  const setup = await browser.newPage({ viewport: { width: 1080, height: 720 }, colorScheme })
  await setup.goto(empty.ui)
  await setup.getByLabel('Account number').fill('61')
  await setup.getByLabel('API key', { exact: true }).fill(simulator.keys.developer)
  await setup.getByRole('button', { name: 'Check key' }).click()
  await setup.getByText('choose your extension').waitFor()
  await shoot(setup, 'setup')
  await setup.close()
  await empty.stop()

  const keys = [simulator.keys.users['1001'] ?? '', simulator.keys.developer]
  const app = await startApp({ electron: null, apiUrl: simulator.apiUrl, accountId: 61, keys })
  await control.post('/webhooks', { url: app.webhook })
  const page = await browser.newPage({ viewport: { width: 1080, height: 720 }, colorScheme })
  await page.goto(app.ui)
  await page.getByText('ext 1001').waitFor()
  await liveThroughADay(page)

  await page.getByText('Ada Lovelace').first().click()
  await page.getByText('See you at ten.').waitFor()
  const ringing = await ring('+442079460018', 'Oluwaseun Adeyemi-Featherstonehaugh')
  await page.getByRole('article').getByText('ringing').waitFor()
  await shoot(page, 'calls')
  await control.post(`/calls/${ringing}/hang-up`, { by: 'caller' })
  await page.getByRole('article').getByText('missed').waitFor()
  await page.getByRole('article').screenshot({ path: join(folder, `popup-${colorScheme}.png`) })
  await page
    .locator('article')
    .getByRole('button', { name: /Close the card/ })
    .click()
  await page.getByRole('article').waitFor({ state: 'detached' })

  await section(page, /Messages/)
  await page.getByText('Is the blue one').first().click()
  await shoot(page, 'messages')
  await section(page, /Team/)
  await ring(ada, 'Ada Lovelace', '1004')
  await page.getByText('on a call with').first().waitFor()
  await shoot(page, 'team')
  await section(page, /Settings/)
  await shoot(page, 'settings')
  await section(page, /Calls/)
  await page.getByPlaceholder('Search or dial').fill('(212) 555-0199')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('+12125550199', { exact: true }).waitFor()
  await shoot(page, 'dial')
  await page.close()
  await app.stop()

  async function shoot(shown: Page, name: string): Promise<void> {
    await shown.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' })
  }
}
await browser.close()
await simulator.stop()

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
    await page.getByRole('button', { name: /Close the card/ }).click()
    await cards.waitFor({ state: 'detached' })
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
  await page.getByText('delivered').waitFor()
  await section(page, /Calls/)
}
