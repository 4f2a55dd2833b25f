import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type AppWithKeychain, openAppWithKeychain } from './app-with-keychain.ts'
import { launchChromium } from './launch-chromium.ts'
import { myLine } from './opened-app.ts'

const passphrase = 'seven green bottles'

let browser: Browser
let app: AppWithKeychain
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  app = await openAppWithKeychain(browser)
})
afterEach(() => app.close())

const rail = (name: string) =>
  app.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name }).click()
const dialog = () => app.page.getByRole('dialog')
const calls = () => app.page.getByRole('listbox', { name: 'Calls' })

async function missedCall(): Promise<void> {
  const { call_id: id } = await app.control.post('/calls', {
    from: '+12125550123',
    to: myLine,
    extension: '1001',
    caller_name: 'Grace Hopper'
  })
  await app.control.post(`/calls/${id}/hang-up`, { by: 'caller' })
}

async function forgetEverything(): Promise<void> {
  await rail('Calls')
  await calls().getByText('Grace Hopper').first().click()
  await app.page.getByRole('button', { name: 'More', exact: true }).first().click()
  await app.page.getByRole('menuitem', { name: 'Delete everything with this person' }).click()
  await dialog()
    .getByRole('button', { name: /Delete/ })
    .click()
  await expect.poll(() => calls().getByText('Grace Hopper').count()).toBe(0)
}

test('what was deleted after a backup comes back with it, under a passphrase that is asked for', async () => {
  const { page, folder } = app
  await missedCall()
  await calls().getByText('Grace Hopper').first().waitFor()

  const file = join(folder, 'my.v360backup')
  await rail('Settings')
  await page.getByRole('button', { name: 'Back up…' }).click()
  await dialog().getByLabel('Passphrase', { exact: true }).fill('short')
  await dialog().getByLabel('File on this computer').fill(file)
  await dialog().getByRole('button', { name: 'Save backup' }).click()
  await dialog().getByText('10 characters at least.').waitFor()
  await dialog().getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await dialog().getByLabel('The same passphrase again').fill(passphrase)
  await dialog().getByRole('button', { name: 'Save backup' }).click()
  await dialog().getByText(`Saved and checked: ${file}`).waitFor()
  await dialog().getByRole('button', { name: 'Close' }).click()

  await forgetEverything()

  await rail('Settings')
  await page.getByRole('button', { name: 'Restore…' }).click()
  await dialog().getByLabel('File on this computer').fill(file)
  await dialog().getByLabel('Passphrase').fill('seven blue bottles')
  await dialog().getByRole('button', { name: 'Check the backup' }).click()
  await dialog().getByRole('alert').getByText('not the passphrase of this backup').waitFor()
  await dialog().getByLabel('Passphrase').fill(passphrase)
  await dialog().getByRole('button', { name: 'Check the backup' }).click()
  await dialog().getByText('1 call, 0 messages, 0 contacts').waitFor()
  await dialog().getByRole('button', { name: 'Restore it' }).click()

  await page.getByText('Set aside before a restore').waitFor()
  await rail('Calls')
  await calls().getByText('Grace Hopper').first().waitFor()
})

test('the key can be changed while the app is open', async () => {
  const { page } = app
  await missedCall()
  await calls().getByText('Grace Hopper').first().waitFor()
  await rail('Settings')
  await page.getByRole('button', { name: 'Change the key…' }).click()
  await dialog().getByRole('button', { name: 'Change the key' }).click()
  await dialog().waitFor({ state: 'detached' })
  await rail('Calls')
  await calls().getByText('Grace Hopper').first().waitFor()
})
