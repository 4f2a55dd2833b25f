import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import type { RequestChannel } from '../../src/shared/ipc/channels.ts'
import { scriptedDiagnostics } from '../fakes/scripted-diagnostics.ts'
import { asked, galleryPages } from './gallery-pages.ts'

const gallery = galleryPages()
let page: Page

beforeEach(async () => {
  page = await gallery.newPage({ permissions: ['clipboard-read', 'clipboard-write'] })
})

const open = (screen: string) => gallery.open(page, screen)
const askedCount = async (channel: RequestChannel) => (await asked(page, channel)).length
const button = (name: string) => page.getByRole('button', { name, exact: true })

test('of 1,000 requests only those in view are rendered, and the last is reached by key', async () => {
  await open('diagnostics')
  const list = page.getByRole('listbox', { name: 'The last requests from Voice360' })
  await list.focus()
  expect(await list.getByRole('option').count()).toBeLessThan(60)
  await page.keyboard.press('End')
  const last = list.locator('[aria-posinset="1000"]')
  await last.waitFor()
  expect(await last.getAttribute('aria-setsize')).toBe('1000')
})

test('only refused requests show once that is asked for, with what was wrong', async () => {
  await open('diagnostics')
  const list = page.getByRole('listbox', { name: 'The last requests from Voice360' })
  await list.getByText('Stored', { exact: true }).first().waitFor()
  await page.getByRole('checkbox', { name: 'Only refused' }).check()
  await expect.poll(() => list.getByText('Stored', { exact: true }).count()).toBe(0)
  await list.getByText('The body is larger than 64 KiB.').first().waitFor()
})

test('it is asked anew while it is looked at', async () => {
  await open('diagnostics')
  const before = await askedCount('diagnostics:get-diagnostics')
  await expect
    .poll(() => askedCount('diagnostics:get-diagnostics'), { timeout: 10_000 })
    .toBeGreaterThan(before)
})

test('versions are copied as lines', async () => {
  await open('diagnostics-versions')
  await button('Copy the versions').click()
  await button('Copied').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'Electron 45.4.1\nChromium 156.0.7500.120\n'
  )
})

test('a bundle is saved exactly as it was shown', async () => {
  await open('diagnostics-bundle')
  const { files } = await scriptedDiagnostics(0)['diagnostics:make-bundle']({ hasEvents: true })
  const shown = page.getByRole('group', { name: 'Text of events.jsonl' })
  await shown.getByText('INCOMING_EXTERNAL_CALL').first().waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), button('Save…').click()])
  expect(download.suggestedFilename()).toBe('voice360-support-2026-01-15-1030.zip')
  const zip = unzipSync(await readFile(await download.path()))
  expect(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)])).toEqual(
    files.map(({ name, text }) => [name, text])
  )
  await page.getByText('Saved as voice360-support-2026-01-15-1030.zip').waitFor()
})

test('with another choice what was prepared is no longer shown', async () => {
  await open('diagnostics-bundle')
  await page.getByRole('checkbox', { name: 'Include events' }).uncheck()
  await expect.poll(() => page.getByRole('list', { name: 'Files in the bundle' }).count()).toBe(0)
  await button('Prepare').click()
  const files = page.getByRole('list', { name: 'Files in the bundle' })
  await files.waitFor()
  expect(await files.getByText('events.jsonl').count()).toBe(0)
})

test('what went wrong is said, and it can be tried again', async () => {
  await open('diagnostics-bundle-failed')
  await page
    .getByRole('alert')
    .getByText('could not be prepared: The database could not be opened.')
    .waitFor()
  await button('Prepare').click()
  await expect.poll(() => askedCount('diagnostics:make-bundle')).toBe(2)
})
