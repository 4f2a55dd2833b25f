import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { root } from '../../scripts/root.ts'
import { launchChromium } from './launch-chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const makeFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** The browser host on a machine without a keychain: no D-Bus leads to one. What it says to whoever started it, by line. */
async function startWithoutKeychain(folder: string) {
  const app = spawn(process.execPath, ['out/main/browser.cjs', '--json'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(folder, 'no-bus')}`,
      VOICE360_USER_DATA: folder,
      VOICE360_API_URL: 'http://127.0.0.1:9/v3/voice',
      VOICE360_WEBHOOK_PORT: '0'
    }
  })
  const ended = new Promise((resolve) => app.once('exit', resolve))
  const stop = () => {
    app.kill('SIGTERM')
    return ended
  }
  onTestFinished(() => void stop())
  const firstLine = (stream: NodeJS.ReadableStream) =>
    new Promise<Record<string, unknown>>((resolve) => {
      const lines = createInterface({ input: stream })
      lines.on('line', (line) => line.startsWith('{') && resolve(JSON.parse(line)))
    })
  const ready = firstLine(app.stdout)
  const waiting = await firstLine(app.stderr)
  const page = await browser.newPage()
  onTestFinished(() => page.close())
  await page.goto(String(waiting['ui']))
  return { waiting, ready, page, stop }
}

test('without a keychain the browser host waits, says so, and goes on by the keyboard alone', async () => {
  const folder = makeFolder()
  const first = await startWithoutKeychain(folder)
  expect(first.waiting).toMatchObject({ waiting: 'no-keychain' })
  const { page } = first
  await page.getByText('No keychain answers').waitFor()
  const again = page.getByRole('button', { name: 'Try the keychain again' })
  await expect.poll(() => again.evaluate((button) => button === document.activeElement)).toBe(true)
  const typeInto = async (text: string) => {
    await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
  await typeInto('seven green bottles')
  await typeInto('seven green battles')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('alert').textContent()).toBe('The two are not the same.')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('seven green bottles')
  await page.keyboard.press('Enter')
  await page.getByText('vault sealed by your passphrase').waitFor()
  const account = page.getByRole('textbox', { name: 'Account' })
  await expect.poll(() => account.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await first.ready).toMatchObject({ webhook: expect.stringContaining('127.0.0.1') })
  await first.stop()

  const second = await startWithoutKeychain(folder)
  expect(second.waiting).toMatchObject({ waiting: 'passphrase' })
  await second.page.getByLabel('Passphrase').waitFor()
  await second.page.keyboard.type('eight green bottles')
  await second.page.keyboard.press('Enter')
  await second.page.getByRole('alert').waitFor()
  await second.page.keyboard.press('Control+a')
  await second.page.keyboard.type('seven green bottles')
  await second.page.keyboard.press('Enter')
  await second.page.getByText('vault sealed by your passphrase').waitFor()
})

test('this run only is chosen, never fallen back to', async () => {
  const { page } = await startWithoutKeychain(makeFolder())
  await page.getByRole('button', { name: 'This run only' }).click()
  await page.getByText('kept in memory for this run only').waitFor()
})
