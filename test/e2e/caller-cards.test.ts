import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { myLine, type OpenedApp, openApp } from './opened-app.ts'

let browser: Browser
let app: OpenedApp

beforeAll(async () => {
  browser = await launchChromium()
  app = await openApp(browser)
})
afterAll(async () => {
  await app.close()
  await browser.close()
})

const cardOf = (name: string) => app.page.getByRole('article').filter({ hasText: name })

async function ring(name: string, from: string): Promise<string | undefined> {
  const { call_id: id } = await app.control.post('/calls', {
    from,
    to: myLine,
    extension: '1001',
    caller_name: name
  })
  await cardOf(name).waitFor()
  return id
}

async function miss(name: string, from: string): Promise<void> {
  await app.control.post(`/calls/${await ring(name, from)}/hang-up`, { by: 'caller' })
  await cardOf(name).getByText('missed').waitFor()
}

const isInView = (name: string): Promise<boolean> =>
  cardOf(name).evaluate((card) => {
    const { x, y, width, height } = card.getBoundingClientRect()
    const at = (top: number) => card.contains(document.elementFromPoint(x + width / 2, top))
    return at(y + 20) && at(y + height - 20)
  })

test('who calls is seen, however many missed calls have their cards there, and those are closed together', async () => {
  const { page, complaints } = app
  const names = ['Ada', 'Ben', 'Cleo', 'Dora', 'Emil']
  for (const [index, name] of names.entries()) await miss(name, `+1212555012${index}`)
  await ring('Finn', '+12125550129')
  await expect.poll(() => isInView('Finn')).toBe(true)

  await page.getByRole('button', { name: 'Close 5 cards' }).click()
  await cardOf('Emil').waitFor({ state: 'detached' })
  expect(await page.getByRole('article').count()).toBe(1)
  expect(complaints).toEqual([])
})

test('nothing moves under the hand of someone at the cards', async () => {
  const { page } = app
  for (const [index, name] of ['Gil', 'Hal', 'Ivo'].entries()) await miss(name, `+1212555013${index}`)
  await page.getByRole('article').first().hover()
  const before = await page.getByRole('article').first().boundingBox()
  await ring('Jo', '+12125550139')
  expect(await page.getByRole('article').first().boundingBox()).toEqual(before)
})
