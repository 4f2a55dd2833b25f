import { beforeEach, expect, test, vi } from 'vitest'
import { desktopUrlOpener } from '../../../../src/main/electron/url-opener.ts'

const openExternal = vi.hoisted(() => vi.fn<(url: string) => Promise<void>>())
vi.mock('electron', () => ({ shell: { openExternal } }))
beforeEach(() => void openExternal.mockReset().mockResolvedValue(undefined))

test('an https address opens in the user’s browser', async () => {
  expect(await desktopUrlOpener.open('https://crm.example/?n=%2B1555')).toBe(true)
  expect(openExternal).toHaveBeenCalledWith('https://crm.example/?n=%2B1555')
})

test.each([
  'http://crm.example/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'crm.example',
  ''
])('“%s” opens nothing', async (url) => {
  expect(await desktopUrlOpener.open(url)).toBe(false)
  expect(openExternal).not.toHaveBeenCalled()
})

test('a browser that does not start is said, not thrown', async () => {
  openExternal.mockRejectedValue(new Error('No application is registered'))
  expect(await desktopUrlOpener.open('https://crm.example/')).toBe(false)
})
