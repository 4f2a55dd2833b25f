import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StartedApp, startApp } from '../../scripts/start-app.ts'
import { eventNames } from '../../src/shared/domain/event-name.ts'
import { type Simulator, startSimulator } from '../../src/simulator/start-simulator.ts'
import { nastyTexts } from '../fixtures/nasty-texts.ts'
import { startHostileVoice360 } from './hostile-voice360.ts'
import { launchChromium } from './launch-chromium.ts'

const me = '1001'
const myLine = '+15559876543'
/** What turns the direction of writing, or is a control that no text has use for. */
const misleading = /(?![\t\n])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

let browser: Browser
let simulator: Simulator
let hostile: Awaited<ReturnType<typeof startHostileVoice360>>
let app: StartedApp
let page: Page
const requested = new Set<string>()
const dialogs: string[] = []
const complaints: string[] = []
let payloadsSeen = 0

beforeAll(async () => {
  browser = await launchChromium()
  simulator = await startSimulator({ seed: 3, users: 60 })
  hostile = await startHostileVoice360(simulator.apiUrl, nastyTexts)
  const keys = [simulator.keys.users[me] ?? '', simulator.keys.developer]
  app = await startApp({ electron: null, apiUrl: hostile.apiUrl, accountId: simulator.accountId, keys })
  const bursts = nastyTexts.map((text, index) => tellOf(text, index))
  await Promise.all(bursts)
  page = await browser.newPage({ viewport: { width: 1280, height: 2_000 } })
  page.on('request', (request) =>
    requested.add(new URL(request.url()).protocol + new URL(request.url()).host)
  )
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(app.ui)
  await page.getByRole('navigation').first().waitFor()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  hostile.stop()
  await simulator.stop()
})

/** A webhook of each name with `text` in every field that is free, under names that the app reads and under others. */
async function tellOf(text: string, index: number): Promise<void> {
  const name = eventNames[index % eventNames.length] ?? 'SMS_RECEIVED'
  const from = `+1212555${String(1_000 + index)}`
  const shared = {
    caller_name: text,
    queue_name: text,
    status: text,
    [text.slice(0, 50)]: text,
    note: { deep: [text] }
  }
  const events = [
    {
      event_name: name,
      metadata: {
        ...shared,
        call_id: `${index}${text}`.slice(0, 150),
        from_number: from,
        to_number: myLine,
        extension: me
      }
    },
    {
      event_name: 'INCOMING_EXTERNAL_CALL',
      metadata: {
        ...shared,
        call_id: `c${index}`,
        from_number: index % 7 === 0 ? text : from,
        to_number: index % 11 === 0 ? text : myLine,
        extension: me
      }
    },
    {
      event_name: 'SMS_RECEIVED',
      metadata: { ...shared, message_id: `m${index}`, from_number: from, to_number: myLine, body: text }
    }
  ]
  for (const event of events) {
    const body = JSON.stringify({
      ...event,
      account_id: String(simulator.accountId),
      timestamp: Math.floor(Date.now() / 1000)
    })
    const answer = await fetch(app.webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body
    })
    // What is too large or too deep may be refused; nothing may break on it.
    expect([200, 400, 413]).toContain(answer.status)
  }
}

/** Goes through what is in the page, a screenful at a time, and says what of it misleads. */
async function look(): Promise<readonly string[]> {
  const found: string[] = []
  for (let screenful = 0; screenful < 6; screenful += 1) {
    const { text, isMade, isMoving } = await page.evaluate(() => {
      const scrollers = [...document.querySelectorAll('*')].filter(
        (element) => element.scrollHeight > element.clientHeight + 20 && element.clientHeight > 200
      )
      const labels = [...document.querySelectorAll('*')].flatMap((element) =>
        ['title', 'aria-label', 'alt', 'placeholder', 'value'].map((name) => element.getAttribute(name) ?? '')
      )
      const made = document.querySelectorAll(
        'script:not([src]), iframe, object, embed, base, meta[http-equiv], img[src^="x"], [onerror], [onload], [href^="javascript:"], [href^="data:"], link[href*="evil"]'
      )
      const shown = [document.body.innerText, document.title, ...labels].join('\n')
      const before = scrollers.map((scroller) => scroller.scrollTop)
      for (const scroller of scrollers) scroller.scrollBy(0, scroller.clientHeight)
      const hasMore = scrollers.some((scroller, index) => scroller.scrollTop !== before[index])
      return { text: shown, isMade: made.length > 0, isMoving: hasMore }
    })
    if (isMade) found.push('an element was made of a text')
    found.push(...text.split('\n').filter((line) => misleading.test(line)))
    payloadsSeen += text.split('pwned').length - 1
    if (!isMoving) break
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))))
  }
  return found
}

test.each([
  'calls',
  'messages',
  'team',
  'queues',
  'settings/reach/webhooks',
  'settings/diagnostics',
  'settings/events',
  'people/%2B12125551000',
  'people/%2B12125551033'
])('more than 200 hostile texts are only texts at #/%s', async (path) => {
  await page.evaluate((hash) => {
    location.hash = hash
  }, `/${path}`)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve(null))))
  expect(await look()).toEqual([])
  expect(await page.evaluate('window.pwned')).toBeUndefined()
  expect(dialogs).toEqual([])
  expect([...requested].filter((origin) => !origin.includes('127.0.0.1') && origin !== 'data:')).toEqual([])
  expect(complaints).toEqual([])
})

test('they were there to be seen', () => {
  expect(payloadsSeen).toBeGreaterThan(100)
})
