import type { Browser, Page } from 'playwright-core'
import { type CallFilter, noFilter } from '../src/shared/domain/call.ts'
import { launchChromium } from '../test/e2e/launch-chromium.ts'
import type { ScriptedBridge } from '../test/fakes/scripted-bridge.ts'
import { serveGallery } from '../test/renderer-gallery/serve-gallery.ts'
import { interleave, median } from './interleave.ts'

const opens = 15
const scrolls = 4
const scrollFrames = 240
const changes = 4

/**
 * What a history of 100,000 calls costs beside one of 100: frames until its rows are painted, frames dropped while it is
 * scrolled, and the time that one changed call takes. The gallery's page in a real Chromium; the ledger's share is not in it.
 */
export async function benchHistory(print: (line: object) => void): Promise<void> {
  const gallery = await serveGallery()
  const browser = await launchChromium()
  const { url } = gallery
  try {
    await compare(print, 'calls opened until painted', 'frames', opens, (count) =>
      withPage(browser, `${url}?calls=${count}#/settings`, async (page) => [
        await page.evaluate(framesUntilRows)
      ])
    )
    await compare(print, 'frames dropped scrolling', '%', scrolls, (count) =>
      withPage(browser, `${url}?calls=${count}&pages=one#/calls`, async (page) => {
        await page.waitForSelector('[role=option]')
        return page.evaluate(droppedShares, scrollFrames)
      })
    )
    await compare(print, 'one changed call until rendered', 'ms', changes, (count) =>
      withPage(browser, `${url}?calls=${count}&pages=one#/calls`, async (page) => {
        await page.waitForSelector('[role=option]')
        return page.evaluate(changeDurations, noFilter)
      })
    )
  } finally {
    await browser.close()
    await gallery.close()
  }
}

async function compare(
  print: (line: object) => void,
  figure: string,
  unit: string,
  tries: number,
  sample: (count: number) => Promise<readonly number[]>
): Promise<void> {
  const samples = await interleave({
    tries,
    variants: { few: () => sample(100), many: () => sample(100_000) }
  })
  const value = median(samples.many)
  const other = median(samples.few)
  print({
    figure: `${figure}, 100,000 calls`,
    value,
    unit,
    against: '100 calls',
    ratio: other === 0 ? null : value / other
  })
  print({ figure: `${figure}, 100 calls`, value: other, unit, against: null, ratio: null })
}

async function withPage<T>(browser: Browser, url: string, use: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 720 } })
  try {
    await page.goto(url)
    await page.waitForSelector('nav a')
    return await use(page)
  } finally {
    await page.close()
  }
}

/** Runs in the page: goes to the calls, and counts frames until rows were painted. */
function framesUntilRows(): Promise<number> {
  return new Promise((resolve) => {
    let frames = 0
    const look = () => {
      frames += 1
      if (document.querySelector('[role=option]')) resolve(frames)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(() => {
      window.location.hash = '#/calls'
      requestAnimationFrame(look)
    })
  })
}

/** Runs in the page: scrolls a little each frame, slowly and then in leaps, and answers the share of frames that came late. */
function droppedShares(frameCount: number): Promise<number[]> {
  const list = document.querySelector('[role=listbox]')
  const deltas: number[] = []
  return new Promise((resolve) => {
    let last = performance.now()
    let frame = 0
    const step = (now: number) => {
      if (frame > 0) deltas.push(now - last)
      last = now
      frame += 1
      if (!list || frame > frameCount) {
        const usualMs = deltas.toSorted((a, b) => a - b)[Math.floor(deltas.length / 2)] ?? 0
        resolve([(100 * deltas.filter((it) => it > 1.5 * usualMs).length) / deltas.length])
        return
      }
      const range = list.scrollHeight - list.clientHeight
      const leap = frame % 40 === 0 ? range / 7 : 90
      list.scrollTop = (list.scrollTop + leap) % Math.max(1, range)
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}

interface GalleryWindow {
  readonly bridge: Pick<ScriptedBridge, 'emit' | 'request'>
}

/** Runs in the page: tells of new calls, and measures each until React has rendered it at the top of the list. */
async function changeDurations(filter: CallFilter): Promise<number[]> {
  const { bridge } = window as unknown as GalleryWindow
  const like = await bridge.request('calls:list-calls', { filter, after: null, limit: 1 })
  const durationsMs: number[] = []
  for (let round = 0; round < 30; round += 1) {
    const [call] = like.calls
    if (!call) break
    const told = { ...call, id: `told-${round}`, startedAtMs: call.startedAtMs + 1 + round }
    const before = performance.now()
    bridge.emit('calls:call-changed', told)
    // A change of an outer store is rendered in a microtask.
    await Promise.resolve()
    await Promise.resolve()
    durationsMs.push(performance.now() - before)
    await new Promise(requestAnimationFrame)
  }
  return durationsMs
}
