import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { RequestChannel } from '../../src/shared/ipc/channels.ts'
import type { ScriptedBridge } from '../fakes/scripted-bridge.ts'
import { type ServedGallery, serveGallery } from '../renderer-gallery/serve-gallery.ts'
import { launchChromium } from './launch-chromium.ts'

/** What a page of the gallery has beside what every page has. */
export interface GalleryWindow {
  readonly bridge: Pick<ScriptedBridge, 'emit' | 'request' | 'requests'>
}

/** The gallery in a browser, for the tests of one file. */
export interface GalleryPages {
  /** An empty page, with cookies and a clipboard of its own; closed after the test. */
  newPage(options?: BrowserContextOptions): Promise<Page>
  /** `place` is what follows the gallery's address: `?screen=reach`. */
  goto(page: Page, place: string): Promise<void>
  /** Shows a screen, once all that is to be done for it is done. */
  open(page: Page, screen: string): Promise<void>
}

/** Serves the gallery and starts a browser before the tests of a file, and ends both after them. */
export function galleryPages(): GalleryPages {
  let gallery: ServedGallery
  let browser: Browser
  beforeAll(async () => {
    gallery = await serveGallery()
    browser = await launchChromium()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  afterAll(async () => {
    await browser?.close()
    await gallery?.close()
  })

  const goto = async (page: Page, place: string): Promise<void> => {
    await page.goto(`${gallery.url}${place}`)
  }
  return {
    async newPage(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1080, height: 720 }, ...options })
      return context.newPage()
    },
    goto,
    async open(page, screen) {
      await goto(page, `?screen=${screen}`)
      await page.waitForSelector('html[data-ready]', { state: 'attached' })
    }
  }
}

/** The arguments of every request so far that a page of the gallery made by `channel`. */
export const asked = (page: Page, channel: RequestChannel): Promise<readonly unknown[]> =>
  page.evaluate((name) => {
    const { bridge } = window as unknown as GalleryWindow
    return bridge.requests.filter((request) => request.channel === name).map(({ args }) => args)
  }, channel)
