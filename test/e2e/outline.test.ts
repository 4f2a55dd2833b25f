import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './launch-chromium.ts'
import { type OpenedApp, openApp } from './opened-app.ts'

let browser: Browser
let app: OpenedApp
let iconsOfApp: Awaited<ReturnType<typeof placesOf>>
const violations: string[] = []
beforeAll(async () => {
  browser = await launchChromium()
  app = await openApp(browser)
  iconsOfApp = await placesOf(app.page, 'nav a > svg')
  // Now as it stands in its document: without code, and with no style but its own.
  app.page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text())
  })
  await app.page.route('**/assets/*.{js,css}', (route) => route.abort())
  await app.page.reload()
})
afterAll(async () => {
  await app.close()
  await browser.close()
})

const placesOf = (page: Page, selector: string) =>
  page.$$eval(selector, (elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x, y, width, height }
    })
  )

test('what is seen before the page runs fills the window, and its parts are where they will be', async () => {
  expect(await placesOf(app.page, '.shell')).toEqual([{ x: 0, y: 0, width: 1080, height: 720 }])
  expect(iconsOfApp).toHaveLength(6)
  expect(await placesOf(app.page, '.shell-rail > svg')).toEqual(iconsOfApp)
  expect(violations).toEqual([])
})

test('is shown at once: Chromium holds back a page that has no content yet', async () => {
  const contentAtMs = () =>
    app.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null)
  await expect.poll(contentAtMs).toBeTypeOf('number')
})
