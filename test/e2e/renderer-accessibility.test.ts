import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { screens } from '../renderer-gallery/screens.ts'
import { type ServedGallery, serveGallery } from '../renderer-gallery/serve-gallery.ts'
import { launchChromium } from './launch-chromium.ts'

const names = Object.keys(screens)

let gallery: ServedGallery
let browser: Browser
let context: BrowserContext

beforeAll(async () => {
  gallery = await serveGallery()
  browser = await launchChromium()
  // One context, so that the modules are fetched once. A page that stands still shows its last colours.
  context = await browser.newContext({ reducedMotion: 'reduce' })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await gallery?.close()
})

async function open(name: string, theme: string, width = 1080, height = 720): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  await page.goto(`${gallery.url}?screen=${name}&theme=${theme}`)
  await page.waitForSelector('#root :is(button, a, output)', { state: 'attached' })
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  // Until the cards' buttons are armed they are dimmed on purpose.
  await page.waitForFunction(() => !document.querySelector('article [aria-disabled=true]'))
  return page
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

async function violationsOf(page: Page, choose: (axe: AxeBuilder) => AxeBuilder) {
  // Its legacy mode leaves out frames of other origins, of which there are none, and takes half the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await choose(axe).analyze()
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))
}

const limit = { timeout: 60_000 }

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.body
    return scrollWidth - clientWidth
  })

describe('each screen', () => {
  // On one page, since opening it takes longest. The themes differ in nothing but their colours.
  // The test's own `expect`: the global one knows only the test that began last.
  it.concurrent.for(names)(
    '%s is accessible, in both themes, also at 200 % of 640 × 480',
    limit,
    async (name, { expect: expectHere }) => {
      const page = await open(name, 'light')
      expectHere(await violationsOf(page, (axe) => axe.withTags(standards))).toEqual([])
      await page.evaluate(() => {
        document.documentElement.dataset['theme'] = 'dark'
      })
      expectHere(await violationsOf(page, (axe) => axe.withRules(['color-contrast']))).toEqual([])
      await page.setViewportSize({ width: 320, height: 240 })
      // What floats follows the window a frame later.
      await expectHere.poll(() => overflowOf(page), { timeout: 10_000 }).toBeLessThanOrEqual(0)
      await page.close()
    }
  )
})

describe('the dial strip', () => {
  const confirmations = (page: Page): Promise<number> =>
    page.evaluate(() => {
      const { bridge } = window as unknown as { bridge: { requests: readonly { channel: string }[] } }
      return bridge.requests.filter(({ channel }) => channel === 'dialing:confirm-dial').length
    })
  const heightOf = async (name: string) => {
    const page = await open(name, 'light', 520, 480)
    const box = await page.getByRole('main').boundingBox()
    await page.close()
    return box?.height
  }

  it('takes no Enter and no click before it is ready, and keeps the focus meanwhile', limit, async () => {
    const page = await open('strip-asked', 'light', 520, 300)
    const button = page.getByRole('button', { name: 'Call anyway' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await button.click({ force: true })
    expect(await confirmations(page)).toBe(0)
    await page.close()
  })

  it('is confirmed once, however quickly it is pressed again', limit, async () => {
    const page = await open('strip-one', 'light', 520, 300)
    await page.getByRole('button', { name: 'Call' }).evaluate((button: HTMLElement) => {
      button.click()
      button.click()
    })
    expect(await confirmations(page)).toBe(1)
    await page.close()
  })

  it('tells what the button would do to those who hear it', limit, async () => {
    const page = await open('strip-caution-foreign', 'light', 520, 300)
    const ids = (await page.getByRole('button', { name: 'Call' }).getAttribute('aria-describedby')) ?? ''
    const said = await page.evaluate(
      (all) => all.map((id) => document.getElementById(id)?.textContent).join(' '),
      ids.split(' ')
    )
    expect(said).toContain('+22720123456')
    expect(said).toContain('This number is abroad: Niger.')
    await page.close()
  })

  it('keeps its height when it asks, and when it counts down', limit, async () => {
    expect(await heightOf('strip-asked')).toBe(await heightOf('strip-caution-foreign'))
    expect(await heightOf('strip-counting-many')).toBe(await heightOf('strip'))
  })

  it('shows the number and the question in a window so low that the rest scrolls', limit, async () => {
    const page = await open('dial-dialog-asked', 'light', 320, 240)
    const isSeen = (text: string) =>
      page.getByText(text, { exact: true }).evaluate((element) => {
        const { x, y, height } = element.getBoundingClientRect()
        return document.elementFromPoint(x + 2, y + height / 2) === element
      })
    expect(await isSeen('+22720123456')).toBe(true)
    expect(await isSeen('Call anyway?')).toBe(true)
    await page.close()
  })
})
