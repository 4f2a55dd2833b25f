import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { galleryPages } from './gallery-pages.ts'

const gallery = galleryPages()
const smallest = { width: 640, height: 480 }
/** The smallest at 200 %, as tall as it is wide enough for. */
const zoomed = { width: 540, height: 360 }

async function open(screen: string, viewport: { readonly width: number; readonly height: number }) {
  const page = await gallery.newPage({ viewport, reducedMotion: 'reduce' })
  await gallery.open(page, screen)
  return page
}

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`There is no ${selector}`)
  return { ...box, right: box.x + box.width, bottom: box.y + box.height }
}

test.each(['quiet', 'foot-full'])(
  'the word for whether calls get here is whole, with nothing over it: %s',
  async (screen) => {
    const page = await open(screen, smallest)
    const seen = await page.locator('footer output strong').evaluate((word) => {
      const { x, y, right, height } = word.getBoundingClientRect()
      const at = (left: number) => word.contains(document.elementFromPoint(left, y + height / 2))
      return {
        isWhole: word.scrollWidth <= Math.ceil(right - x) && right > x,
        isFree: at(x + 1) && at(right - 1)
      }
    })
    expect(seen).toEqual({ isWhole: true, isFree: true })
  }
)

test.each(['composer-typographic', 'composer-long-name'])(
  'a message can be written and sent without scrolling: %s',
  async (screen) => {
    const page = await open(screen, zoomed)
    const foot = await boxOf(page, 'footer')
    const send = await boxOf(page, 'button[aria-label="Send"]')
    const header = await boxOf(page, 'section > header')
    expect(send.bottom).toBeLessThanOrEqual(foot.y)
    expect(header.height).toBeLessThan(60)
  }
)

test('cards end above the status line, and the newest is whole', async () => {
  const page = await open('overlay', zoomed)
  const foot = await boxOf(page, 'footer')
  const newest = await boxOf(page, 'article >> nth=-1')
  expect(newest.y).toBeGreaterThanOrEqual(0)
  expect(newest.bottom).toBeLessThanOrEqual(foot.y + 1)
})

test('a caller to call back takes as much room once somebody is on it', async () => {
  const page = await open('work-claims', { width: 1080, height: 720 })
  const rows = page.getByRole('region', { name: 'To call back' }).getByRole('listitem')
  const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height))
  const [, claimed, , unclaimed] = heights
  expect(claimed).toBe(unclaimed)
})
