import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { anna, supportLine } from '../fakes/sample-office.ts'
import { type GalleryWindow, galleryPages } from './gallery-pages.ts'

interface TimelineWindow extends GalleryWindow {
  jumps: string[]
}

const count = 50_000
const threadId = `${supportLine.address}|${anna.address}`
const thread = `/messages/${encodeURIComponent(threadId)}`

const gallery = galleryPages()
let page: Page

async function open(hash = thread, messages = count): Promise<void> {
  page = await gallery.newPage()
  await gallery.goto(page, `?messages=${messages}#${hash}`)
  await row(messages - 1)
    .or(page.locator('[data-sought]'))
    .waitFor()
}

const log = () => page.getByRole('log')
const row = (index: number) => page.locator(`[data-entry="message long-${index}"]`)
const distanceFromEnd = () =>
  log().evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop)
const pagesRead = () =>
  page.evaluate(() => {
    const { bridge } = window as unknown as TimelineWindow
    return bridge.requests.filter(({ channel }) => channel === 'calls:get-timeline').length
  })

/** Tells of a message that came in now. */
const receive = (id: string, body = 'Fresh news') =>
  page.evaluate(
    (message) => {
      const { bridge } = window as unknown as TimelineWindow
      bridge.emit('messages:message-changed', message)
    },
    {
      id,
      threadId,
      direction: 'in' as const,
      body,
      atMs: Date.now() + 60_000,
      state: 'received' as const,
      reason: null
    }
  )

/** The first row in view, and where it stands below the top of the log. */
const firstInView = () =>
  log().evaluate((element) => {
    const { top } = element.getBoundingClientRect()
    const rows = [...element.querySelectorAll<HTMLElement>('[data-entry]')]
    const first = rows.find((it) => it.getBoundingClientRect().bottom > top)
    return { id: first?.dataset['entry'], topPx: (first?.getBoundingClientRect().top ?? 0) - top }
  })

/**
 * Watches, frame by frame, whether the rows in view move as one, and no further than a turn of the wheel takes them: a row that
 * moves otherwise jumps before the reader's eyes.
 */
const watchForJumps = (mostPx: number) =>
  log().evaluate((element, most) => {
    const { jumps } = Object.assign(window as unknown as TimelineWindow, { jumps: [] as string[] })
    let before = new Map<string, number>()
    const look = () => {
      const { top } = element.getBoundingClientRect()
      const seen = [...element.querySelectorAll<HTMLElement>('[data-entry]')]
        .map((it) => [it.dataset['entry'] ?? '', it.getBoundingClientRect().top - top] as const)
        .filter(([, topPx]) => topPx > -60 && topPx < element.clientHeight)
      const now = new Map(seen)
      const moves = seen.flatMap(([id, topPx]) => {
        const was = before.get(id)
        return was === undefined ? [] : [topPx - was]
      })
      const [least, furthest] = [Math.min(...moves), Math.max(...moves)]
      if (before.size > 0 && moves.length === 0) jumps.push('everything in view was replaced')
      if (moves.length > 0 && furthest - least > 1) jumps.push(`rows moved by ${least} to ${furthest} px`)
      if (moves.length > 0 && (furthest > most || least < -1)) jumps.push(`the view moved by ${furthest} px`)
      before = now
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, mostPx)
const jumps = () => page.evaluate(() => (window as unknown as TimelineWindow).jumps)

const wheelPx = 120

/** Turns the wheel up until as many pages were read. */
async function scrollUpUntil(pages: number): Promise<void> {
  await log().hover()
  while ((await pagesRead()) < pages) await page.mouse.wheel(0, -wheelPx)
}

test('a thread of 50,000 messages opens at the newest, having read one page', async () => {
  await open()
  await expect.poll(distanceFromEnd).toBeLessThanOrEqual(1)
  await expect.poll(() => row(count - 1).isVisible()).toBe(true)
  expect(await pagesRead()).toBe(1)
  expect(await page.locator('[data-entry]').count()).toBeLessThan(40)
})

test('many pages are scrolled through without a row jumping', async () => {
  await open()
  await expect.poll(distanceFromEnd).toBeLessThanOrEqual(1)
  // Turns that come faster than frames add up.
  await watchForJumps(wheelPx * 8)
  await scrollUpUntil(9)
  expect(await jumps()).toEqual([])
})

test('a reader who is elsewhere keeps the place when a message arrives, and one at the end follows it', async () => {
  await open()
  await scrollUpUntil(3)
  await page.waitForFunction(() => document.querySelector('[role=log]')?.ariaBusy !== 'true')
  await expect.poll(async () => (await firstInView()).topPx === (await firstInView()).topPx).toBe(true)
  const before = await firstInView()
  await receive('elsewhere')
  await page.getByText('Anna Meier writes: Fresh news').waitFor({ state: 'attached' })
  expect(await firstInView()).toEqual(before)

  await log().focus()
  await page.keyboard.press('End')
  await expect.poll(distanceFromEnd).toBeLessThanOrEqual(1)
  await receive('followed', 'The last word')
  await expect.poll(() => page.locator('[data-entry="message followed"]').isVisible()).toBe(true)
  await expect.poll(distanceFromEnd).toBeLessThanOrEqual(1)
})

test('what comes, changes and leaves above the reader moves nothing', async () => {
  await open()
  await scrollUpUntil(3)
  await page.waitForFunction(() => document.querySelector('[role=log]')?.ariaBusy !== 'true')
  const before = await firstInView()
  const at = Number(before.id?.split('-')[1])
  await page.evaluate(
    async ({ id, address, nearId }) => {
      const { bridge } = window as unknown as TimelineWindow
      const { entries } = await bridge.request('calls:get-timeline', { address, before: null, limit: 500 })
      const near = entries.find((it) => it.kind === 'message' && it.message.id === nearId)
      if (near?.kind !== 'message') throw new Error('No such message')
      const late = { ...near.message, id, body: 'Late\nand\ntall', atMs: near.atMs + 1 }
      bridge.emit('messages:message-changed', late)
    },
    { id: 'late', address: anna.address, nearId: `long-${at - 20}` }
  )
  const settled = async () => {
    const now = await firstInView()
    return now.id === before.id && Math.abs(now.topPx - before.topPx) <= 1
  }
  await expect.poll(settled, { timeout: 10_000 }).toBe(true)
  await page.evaluate(
    (gone) => (window as unknown as TimelineWindow).bridge.emit('messages:message-removed', gone),
    { id: `long-${at - 15}`, threadId }
  )
  await expect.poll(settled, { timeout: 10_000 }).toBe(true)
})

test('the keyboard goes to the beginning of what is read, to more of it, and back to the end', async () => {
  await open()
  await log().focus()
  for (const pages of [2, 3, 4]) {
    await page.keyboard.press('Home')
    await expect.poll(pagesRead).toBeGreaterThanOrEqual(pages)
  }
  await page.keyboard.press('PageDown')
  await page.keyboard.press('End')
  await expect.poll(() => row(count - 1).isVisible()).toBe(true)
  await expect.poll(distanceFromEnd).toBeLessThanOrEqual(1)
})

test('every message can be reached: the first one too', async () => {
  const few = 2_000
  await open(thread, few)
  await log().focus()
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Home')
        return row(0).isVisible()
      },
      { timeout: 30_000 }
    )
    .toBe(true)
  expect(await pagesRead()).toBe(few / 100)
})

test('opened at a message of long ago, it reads back to it and shows it', async () => {
  const { atMs } = await messageAt(count - 2_600)
  await open(`${thread}/${encodeURIComponent(`${atMs} long-${count - 2_600}`)}`)
  await expect.poll(() => row(count - 2_600).isVisible()).toBe(true)
  const isWhollyInView = await row(count - 2_600).evaluate((element) => {
    const view = element.closest('[role=log]')?.getBoundingClientRect()
    const { top, bottom } = element.getBoundingClientRect()
    return view !== undefined && top >= view.top && bottom <= view.bottom
  })
  expect(isWhollyInView).toBe(true)
  // Pages of five hundred until it was there, and one ahead of the reader.
  expect(await pagesRead()).toBeLessThanOrEqual(8)
  // Whoever scrolls on is not taken back to it.
  await scrollUpUntil(10)
  await expect.poll(() => row(count - 2_600).count()).toBe(0)
})

/** As the gallery makes it: seven minutes apart, the newest seven minutes ago. */
const messageAt = async (index: number) => ({ atMs: Date.now() - (count - index) * 7 * 60_000 })
