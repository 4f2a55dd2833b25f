import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Updates } from '../../src/shared/domain/updates.ts'
import { updatesWith } from '../fakes/scripted-updates.ts'
import { asked, type GalleryWindow, galleryPages } from './gallery-pages.ts'

const gallery = galleryPages()
let page: Page

beforeEach(async () => {
  page = await gallery.newPage()
})

describe('what the administrator settled', () => {
  test('is shown as such, control by control, and nothing of it can be changed', async () => {
    await gallery.open(page, 'settings-locked')
    const settings = page.getByRole('region', { name: 'Settings' })
    // What is no setting stays the user's: adding keys, quiet, the pop-up's place, signing out, putting an update in.
    const free = [
      'CRM',
      'Dialing',
      'What may be dialed',
      'Hotkeys',
      'Messages',
      'Calls and messages kept',
      'Appearance'
    ]
    for (const title of free) {
      const section = settings.getByRole('region', { name: title, exact: true })
      if ((await section.count()) === 0) continue
      expect([title, await section.locator(':is(input, select, textarea, button):enabled').count()]).toEqual([
        title,
        0
      ])
    }
    const premium = settings.getByLabel('Premium numbers')
    expect(await premium.isDisabled()).toBe(true)
    const description = await premium.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${description}"]`).innerText()).toBe('Set by your administrator')
    expect(await settings.getByText('Set by your administrator').count()).toBeGreaterThan(25)
    expect(await asked(page, 'settings:update-settings')).toEqual([])
  })

  test('of the account stands in the form of the first start', async () => {
    await gallery.open(page, 'setup-settled')
    const account = page.getByLabel('Account number')
    expect([await account.inputValue(), await account.isDisabled()]).toEqual(['61', true])
    await page.getByLabel('API key').fill('a user key')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect.poll(() => asked(page, 'session:sign-in')).toMatchObject([{ accountId: 61 }])
  })

  test('of the way leaves its secret to be told, and no other way', async () => {
    await gallery.open(page, 'reach-settled')
    await page.getByText('Set by your administrator').first().waitFor()
    expect(await page.getByRole('radio').count()).toBe(0)
    expect(await page.getByLabel('Domain').count()).toBe(0)
    await page.locator('input[name="secret"]').fill('an-authtoken')
    await page
      .locator('form', { has: page.locator('input[name="secret"]') })
      .getByRole('button')
      .last()
      .click()
    await expect
      .poll(() => asked(page, 'reach:choose-tunnel'))
      .toEqual([{ choice: { kind: 'ngrok', domain: 'agents.example.com' }, secret: 'an-authtoken' }])
  })

  test('and got wrong is said', async () => {
    await gallery.open(page, 'settings-policy-mistake')
    await page.getByText('The policy of this computer has a mistake. “retention” is not known').waitFor()
    expect(await page.getByLabel('Premium numbers').isDisabled()).toBe(true)
    expect(await page.getByLabel('Theme').isEnabled()).toBe(true)
  })
})

test('a newer version is looked for, fetched and put in by buttons, and the foot says when it is ready', async () => {
  await gallery.open(page, 'settings')
  const tell = (updates: Updates) =>
    page.evaluate((told) => {
      const { bridge } = window as unknown as GalleryWindow
      bridge.emit('updates:updates-changed', told)
    }, updates)
  const chip = page.getByRole('contentinfo').getByRole('link', { name: 'Update ready' })
  await page.getByRole('button', { name: 'Look now' }).click()
  await page.getByText('Version 1.5.0 can be fetched.').waitFor()
  await page.getByRole('button', { name: 'Fetch it' }).click()
  await chip.waitFor()
  await tell(updatesWith({ kind: 'waiting', version: '1.5.0' }))
  await page.getByText('Version 1.5.0 is put in after your call.').waitFor()
  await page.getByRole('contentinfo').getByText('Updates after your call').waitFor()
  await tell(updatesWith({ kind: 'ready', version: '1.5.0' }))
  await page.getByRole('button', { name: 'Restart with it' }).click()
  await expect.poll(() => asked(page, 'updates:install-now')).toEqual([{}])
  await expect.poll(() => chip.count()).toBe(0)
})

test('where a change is not taken, it is said at the setting', async () => {
  await gallery.open(page, 'settings')
  await page.evaluate(() => {
    const { bridge } = window as unknown as { readonly bridge: { request: unknown } }
    bridge.request = () => Promise.reject(new Error('The disk is full.'))
  })
  await page.getByLabel('Theme').selectOption('dark')
  await page.getByRole('alert').getByText('Not saved: The disk is full.').waitFor()
})
