import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Reach } from '../../src/shared/domain/reach.ts'
import { sampleReach, webhookUrlAt, wrongAddressReach } from '../fakes/sample-reach.ts'
import { asked, type GalleryWindow, galleryPages } from './gallery-pages.ts'

const gallery = galleryPages()
let page: Page

beforeEach(async () => {
  page = await gallery.newPage({ permissions: ['clipboard-read', 'clipboard-write'] })
})

const open = (screen: string) => gallery.open(page, screen)
const tell = (reach: Reach) =>
  page.evaluate((changed) => {
    const { bridge } = window as unknown as GalleryWindow
    bridge.emit('reach:reach-changed', changed)
  }, reach)
const announced = (text: string) => page.locator('output').getByText(text)
const copied = () => page.evaluate(() => navigator.clipboard.readText())
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const heading = (name: string) => page.getByRole('heading', { name, exact: true })
const hasFocus = (place: Locator) => () => place.evaluate((element) => element === document.activeElement)

test('the foot leads to the screen by keyboard, and the screen back to the settings', async () => {
  await open('calls-empty')
  await page.getByRole('contentinfo').getByRole('button', { name: 'listening' }).focus()
  await page.keyboard.press('Enter')
  await heading('Calls reaching this computer').waitFor()
  await page.getByText('Calls reach this computer since').waitFor()
  await button('Settings').click()
  await page.getByRole('link', { name: 'Look and set up' }).click()
  await heading('Right now').waitFor()
})

test('the whole way is checked when asked, and what came of it is announced', async () => {
  await open('reach')
  await button('Check now').click()
  await announced('Checking the whole way').waitFor()
  await announced('Checked: this computer reached itself in 91 ms.').waitFor()
  await page.getByText('Reached itself in 91 ms, just now').waitFor()
})

describe('a way to this computer', () => {
  test('is refused at the fields that are wrong, the first of which has the focus', async () => {
    await open('reach-form-errors')
    const server = page.getByLabel('Server', { exact: true })
    expect(await server.getAttribute('aria-invalid')).toBe('true')
    expect(await server.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.getByText('Enter the public address.').waitFor()
    expect(await asked(page, 'reach:choose-tunnel')).toEqual([])

    await server.fill('me@nobody.example')
    await page.getByLabel('Public address').fill('https://calls.example.com')
    await button('Use this way').click()
    await page
      .getByRole('alert')
      .getByText('Nothing was changed: The server does not know this computer’s key.')
      .waitFor()
  })

  test('says the port to lead to, which is another where the usual one is taken', async () => {
    await open('reach')
    await button('Change').click()
    await page.getByText('http://localhost:36036.').waitFor()
    await tell(sampleReach(Date.now(), { localPort: 36_037 }))
    await page.getByText('http://localhost:36037.').waitFor()
  })

  test('says at the field what is wrong with the address in use, until another is typed', async () => {
    await open('reach-own-address-wrong')
    const field = page.getByLabel('Public address')
    const trouble = 'Something else answers at calls.example.com.'
    const described = () =>
      field.evaluate((it) =>
        (it.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent)
      )
    await expect.poll(described).toContain(trouble)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await field.fill('https://voice.example.com')
    expect(await described()).not.toContain(trouble)
    expect(await field.getAttribute('aria-invalid')).toBeNull()
    await field.fill('https://calls.example.com/')
    await tell(sampleReach(Date.now(), { tunnel: { ...sampleReach(0).tunnel, kind: 'own-url' } }))
    await expect.poll(described).not.toContain(trouble)
  })

  test('is said to lead nowhere before its address is entered in the portal', async () => {
    await open('reach-first-start')
    await tell(wrongAddressReach(Date.now()))
    await button('Go on').click()
    await page.getByText('The address below does not lead here yet.').waitFor()
    await tell(sampleReach(Date.now()))
    await page.getByText('The address below does not lead here yet.').waitFor({ state: 'detached' })
  })

  test('takes a secret once and keeps none of it in the page', async () => {
    await open('reach')
    await button('Change').click()
    const token = page.getByLabel('Tunnel token')
    expect(await token.getAttribute('type')).toBe('password')
    await page.getByText('Leave this empty to keep it.').waitFor()
    await page.getByLabel('Public address').fill('https://other.example.com/')
    await token.fill('a new tunnel token')
    await button('Save').click()
    await page.getByText('It is in use now.').waitFor()
    expect(await token.inputValue()).toBe('')
    await button('Save').click()
    const choice = { kind: 'cloudflared-named', url: 'https://other.example.com' }
    await expect
      .poll(() => asked(page, 'reach:choose-tunnel'))
      .toEqual([
        { choice, secret: 'a new tunnel token' },
        { choice, secret: null }
      ])
  })

  test('is looked for again where its program is missing', async () => {
    await open('reach-not-chosen')
    await page.getByLabel(/^ngrok/u).check()
    expect(await button('Use this way').count()).toBe(0)
    const before = (await asked(page, 'reach:list-tunnel-offers')).length
    await button('Look again').click()
    await expect
      .poll(async () => (await asked(page, 'reach:list-tunnel-offers')).length)
      .toBeGreaterThan(before)
  })

  test('is stopped only after a question', async () => {
    await open('reach')
    await button('Change').click()
    await button('Stop using it').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stop using it' }).click()
    await page.getByText('It is not in use any more.').waitFor()
    expect(await asked(page, 'reach:choose-tunnel')).toEqual([{ choice: { kind: 'none' }, secret: null }])
    await page.getByText('Voice360 can only post to a public https address').waitFor()
  })
})

describe('the coach', () => {
  const whole = webhookUrlAt('https://calls.example.com')
  const row = (name: string) => page.getByRole('row', { name })

  test('copies the whole address while it hides the secret, and shows it when asked', async () => {
    await open('reach')
    await page.getByText('https://calls.example.com/hooks/••••••••').waitFor()
    expect(await page.getByText(whole).count()).toBe(0)
    await button('Copy the address for SMS_SENT').click()
    expect(await copied()).toBe(whole)
    await button('Copy the event type SMS_SENT').click()
    expect(await copied()).toBe('SMS_SENT')
    await button('Show the whole address').click()
    await page.getByText(whole).waitFor()
  })

  test('turns a webhook green at its first event', async () => {
    await open('reach')
    await page.getByText('6 of 11 arrive').first().waitFor()
    await row('SMS_DELIVERED').getByText('waiting').waitFor()
    await button('Send me a test: SMS_DELIVERED').click()
    await row('SMS_DELIVERED').getByText('arriving').waitFor()
    await page.getByText('7 of 11 arrive').first().waitFor()
    await announced('The simulator was asked for SMS_DELIVERED.').waitFor()
  })

  test('leads from what was not understood to where events are read', async () => {
    await open('reach-deaf')
    await row('USER_ANSWER').getByRole('link', { name: 'Look at how events are read' }).click()
    await page.getByText('Choose an event to see how its fields are read.').waitFor()
  })
})

test('a new address is made after a question, says who still uses the old one, and the old one is stopped', async () => {
  await open('reach')
  await button('Make a new address').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('taken for another 24 hours').waitFor()
  await dialog.getByRole('button', { name: 'Make a new address' }).click()
  await page.getByText('The old address is taken until').waitFor()
  await page.getByText(/^Still used by INCOMING_EXTERNAL_CALL, CALL_ENDED/u).waitFor()
  await button('Stop the old one now').click()
  await dialog.getByRole('button', { name: 'Stop the old one now' }).click()
  await page.getByText('The old address is taken until').waitFor({ state: 'detached' })
  expect(await asked(page, 'reach:revoke-old-token')).toEqual([{}])
})

describe('over whatever is on screen', () => {
  test('another address is told, can be copied, and leads to the webhooks', async () => {
    await open('reach-banner-changed')
    await page.getByRole('alert').getByText('points nowhere').waitFor()
    await button('Copy the new address').click()
    expect(await copied()).toBe(webhookUrlAt('https://quiet-lamp-otter-river.trycloudflare.com'))
    await button('Show the webhooks').click()
    await expect
      .poll(() => heading('Webhooks to enter in the portal').evaluate((it) => it.getBoundingClientRect().top))
      .toBeLessThan(200)
    await button('I have entered it everywhere').click()
    await page.getByText('points nowhere').waitFor({ state: 'detached' })
  })

  test('that calls do not get here is told after ten seconds, with when it is tried again', async () => {
    await page.clock.install()
    await open('calls-empty')
    const nowMs = await page.evaluate(() => Date.now())
    const reach = sampleReach(nowMs)
    const tunnel = { ...reach.tunnel, state: 'waiting', nextTryAtMs: nowMs + 60_000 } as const
    await tell({ ...reach, state: 'deaf', sinceMs: nowMs, reason: 'The tunnel stopped.', tunnel })
    await page.getByRole('contentinfo').getByText('The tunnel stopped.').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.clock.runFor(12_000)
    await page.getByRole('alert').getByText('The tunnel stopped.').waitFor()
    await page.getByText(/^Next try in 4\d s\.$/u).waitFor()
    await tell(reach)
    await page.getByRole('alert').waitFor({ state: 'detached' })
  })

  test('that nothing is chosen yet is told until it is put away', async () => {
    await open('reach-banner-not-chosen')
    const text = page.getByText('How calls reach this computer is not chosen yet')
    await text.waitFor()
    await button('Not now').click()
    await text.waitFor({ state: 'detached' })
  })
})

describe('the first start', () => {
  test('goes on with the way and the webhooks', async () => {
    await open('reach-first-start')
    await page.getByText('Step 2 of 3').waitFor()
    expect(await button('Go on').getAttribute('aria-disabled')).toBe('true')
    await button('Use this way').click()
    await page.getByText('works, connected').waitFor()
    await button('Go on').click()
    await page.getByText('Step 3 of 3').waitFor()
    await page.getByText('https://quiet-lamp-otter-river.trycloudflare.com/hooks/').waitFor()
    await button('Done').click()
    await page.getByRole('navigation').waitFor()
  })

  test('can be skipped', async () => {
    await open('reach-first-start')
    await button('Skip for now').click()
    await page.getByText('How calls reach this computer is not chosen yet').waitFor()
    expect(await asked(page, 'reach:choose-tunnel')).toEqual([])
  })
})

test('allowed sources are added, refused where they are none, and taken away', async () => {
  await open('reach')
  const field = page.getByLabel('Address or network')
  await field.fill('voice360.app')
  await page.keyboard.press('Enter')
  await page.getByText('Enter an IP address such as').waitFor()
  expect(await asked(page, 'settings:update-settings')).toEqual([])
  await field.fill('203.0.113.0/24')
  await page.keyboard.press('Enter')
  await button('No longer allow 203.0.113.0/24').click()
  await page.getByText('From everywhere.', { exact: true }).waitFor()
  expect(await asked(page, 'settings:update-settings')).toEqual([
    { change: { sourceAddresses: ['203.0.113.0/24'] } },
    { change: { sourceAddresses: [] } }
  ])
})

test('the times nothing could be heard are exported', async () => {
  await open('reach')
  const [download] = await Promise.all([page.waitForEvent('download'), button('Export').click()])
  expect(download.suggestedFilename()).toMatch(/^voice360-gaps-\d{4}-\d\d-\d\d\.csv$/u)
  await page.getByText('3 times were saved as').waitFor()
})

describe('the team’s relay', () => {
  test('is joined by an invitation that is tried first, handed over once and then gone from the page', async () => {
    await open('reach-not-chosen')
    await page.getByRole('radio', { name: 'Your team’s relay' }).check()
    await button('Check it').click()
    await page.getByText('Paste the invitation.').waitFor()
    expect(await asked(page, 'team:check-invitation')).toEqual([])

    const text = 'voice360-team:eyJ2ZXJzaW9uIjoxfQ'
    const field = page.getByLabel('Invitation', { exact: true })
    expect(await field.getAttribute('type')).toBe('password')
    await field.fill(`  ${text}  `)
    await page.keyboard.press('Enter')
    await announced('The invitation works.').waitFor()
    await page.getByText('those of the queues Support Queue, Sales Queue').waitFor()
    expect(await page.content()).not.toContain(text)
    expect(await asked(page, 'team:join')).toEqual([])

    await button('Join this team').click()
    await page.getByText('Your team’s administrator has entered the webhooks').waitFor()
    await announced('You belong to the team now.').waitFor()
    await expect.poll(hasFocus(button('Change'))).toBe(true)
    expect(await asked(page, 'team:check-invitation')).toEqual([{ text }])
    expect(await page.getByText('Webhooks to enter in the portal').count()).toBe(0)
    expect(await button('Check now').count()).toBe(0)
  })

  test('is left only after a question, which is said, and the focus goes on at the choice of another way', async () => {
    await open('relay-leaving')
    const question = page.getByRole('dialog', { name: 'Leave the team Northern region?' })
    await question.getByRole('button', { name: 'Cancel' }).click()
    expect(await asked(page, 'team:leave')).toEqual([])
    await button('Leave the team').press('Enter')
    await question.getByRole('button', { name: 'Leave the team' }).press('Enter')
    await heading('Webhooks to enter in the portal').waitFor()
    expect(await asked(page, 'team:leave')).toHaveLength(1)
    await announced('You have left the team.').waitFor()
    await expect.poll(hasFocus(page.getByRole('radio').first())).toBe(true)
  })

  test('asks for a new invitation before the one it has ends', async () => {
    await open('relay-ending')
    await page.getByText('Paste a new one here before that').waitFor()
    await page.getByLabel('Invitation', { exact: true }).fill('voice360-team:eyJ2ZXJzaW9uIjoxfQ')
    await button('Check it').click()
    await button('Join this team').click()
    await announced('You belong to the team now.').waitFor()
    await button('Paste a new invitation').waitFor()
  })

  test('says that the invitation has ended in the second in which it does', async () => {
    await page.clock.install({ time: Date.UTC(2026, 10, 24, 12, 0, 0) })
    await open('relay-ending')
    await page.clock.fastForward(3.5 * 86_400_000 - 20_000)
    await page.getByText('Your invitation ends on Nov 27, 19:00.').waitFor()
    await page.clock.runFor(25_000)
    await page.getByText('Your invitation has ended. Paste a new one here').waitFor()
  })
})
