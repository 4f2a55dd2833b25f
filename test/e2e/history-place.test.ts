import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { type Call, type CallState, noFilter } from '../../src/shared/domain/call.ts'
import { type GalleryWindow, galleryPages } from './gallery-pages.ts'

const gallery = galleryPages()
let page: Page

beforeEach(async () => {
  page = await gallery.newPage()
  await gallery.goto(page, `?calls=2000#/calls`)
  await page.waitForSelector('[role=option]')
})

const list = () => page.getByRole('listbox', { name: 'Calls' })

/** Tells of the history's call number `index` as changed so. */
const tell = (index: number, change: { id: string; state: CallState; laterByMs: number }) =>
  page.evaluate(
    async ({ filter, at, id, state, laterByMs }) => {
      const { bridge } = window as unknown as GalleryWindow
      const { calls } = await bridge.request('calls:list-calls', { filter, after: null, limit: 200 })
      const like = calls[at]
      if (!like) throw new Error('No such call')
      const told: Call = { ...like, id, state, startedAtMs: like.startedAtMs + laterByMs }
      bridge.emit('calls:call-changed', told)
    },
    { filter: noFilter, at: index, ...change }
  )

/** How many rows there are, as the list says. */
const rowCount = async () => Number(await list().getByRole('option').first().getAttribute('aria-setsize'))

/** Which place the middle of the list shows: the words there, and how far below the top they stand. */
const middle = () =>
  page.evaluate(() => {
    const box = document.querySelector('[role=listbox]')?.getBoundingClientRect()
    if (!box) throw new Error('No list')
    const row = document
      .elementsFromPoint(box.x + box.width / 2, box.y + 300)
      .find((element) => element.role === 'option')
    // The number of the row changes with what comes above it; its text and place must not.
    return { text: row?.textContent, topPx: row?.getBoundingClientRect().top ?? 0 }
  })

/** The middle once the rows that came into view have been measured: it stands still for ten frames. */
async function settledMiddle(): ReturnType<typeof middle> {
  for (;;) {
    const first = await middle()
    await page.evaluate(async () => {
      for (let frame = 0; frame < 10; frame += 1) await new Promise((done) => requestAnimationFrame(done))
    })
    const second = await middle()
    if (second.text !== undefined && first.text === second.text && first.topPx === second.topPx) return second
  }
}

/** Rows are measured in parts of a pixel, and the scroller is set in whole ones. */
const roundingPx = 2

async function expectMiddle(wanted: Awaited<ReturnType<typeof middle>>): Promise<void> {
  await expect.poll(async () => (await middle()).text).toBe(wanted.text)
  await expect
    .poll(async () => Math.abs((await middle()).topPx - wanted.topPx))
    .toBeLessThanOrEqual(roundingPx)
}

test('a new call pushes in where the reader is at the top', async () => {
  await tell(0, { id: 'new', state: 'ended', laterByMs: 1 })
  await expect.poll(rowCount).toBe(201)
  expect(await list().evaluate((element) => element.scrollTop)).toBe(0)
})

test('what comes, leaves and moves above the reader moves nothing', async () => {
  await list().evaluate((element) => element.scrollTo(0, 1_730))
  await expect.poll(() => list().getByRole('option').first().isVisible()).toBe(true)
  const before = await settledMiddle()
  await tell(0, { id: 'new', state: 'ended', laterByMs: 1 })
  await expect.poll(rowCount).toBe(201)
  await expectMiddle(before)
  await tell(0, { id: 'running', state: 'ringing', laterByMs: 2 })
  await expect.poll(rowCount).toBe(202)
  await expectMiddle(before)
  // It leaves the top for a place below what is seen: as many rows as before, one fewer above.
  await tell(150, { id: 'running', state: 'ended', laterByMs: 1 })
  await expectMiddle(before)
})

test('a call that moves before the browser has told of the last jump moves nothing either', async () => {
  await list().evaluate((element) => element.scrollTo(0, 1_730))
  const before = await settledMiddle()
  await page.evaluate(async (filter) => {
    const { bridge } = window as unknown as GalleryWindow
    const { calls } = await bridge.request('calls:list-calls', { filter, after: null, limit: 200 })
    const [first, below] = [calls[0], calls[150]]
    const box = document.querySelector('[role=listbox]')
    if (!first || !below || !box) throw new Error('No such call')
    const jumped = new Promise<void>((resolve) => {
      const seen = box.scrollTop
      const channel = new MessageChannel()
      const look = () => (box.scrollTop === seen ? channel.port2.postMessage(null) : resolve())
      channel.port1.addEventListener('message', look)
      channel.port1.start()
      look()
    })
    bridge.emit('calls:call-changed', { ...first, id: 'running', state: 'ringing' })
    await jumped
    bridge.emit('calls:call-changed', { ...below, id: 'running', startedAtMs: below.startedAtMs + 1 })
  }, noFilter)
  await expect.poll(rowCount).toBe(201)
  await expectMiddle(before)
})

test('the keyboard reaches the last row, which is always mounted, and the next page is read', async () => {
  await list().focus()
  await page.keyboard.press('End')
  const isActiveMounted = () =>
    list().evaluate((element) => {
      const id = element.getAttribute('aria-activedescendant')
      return id !== null && document.getElementById(id) !== null
    })
  await expect.poll(isActiveMounted).toBe(true)
  await expect.poll(rowCount).toBeGreaterThanOrEqual(400)
  await page.keyboard.press('Home')
  await expect.poll(() => list().evaluate((element) => element.scrollTop)).toBe(0)
  expect(await isActiveMounted()).toBe(true)
})
