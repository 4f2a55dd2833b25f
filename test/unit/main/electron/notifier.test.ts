import { expect, it, vi } from 'vitest'
import { asPlainText } from '../../../../src/main/electron/notifier.ts'

vi.mock('electron', () => ({ Notification: vi.fn<() => void>() }))

it('takes the meaning from markup where the desktop would read it', () => {
  const body = 'Eve & <a href="https://example.com">Co</a>'
  expect(asPlainText(body, 'linux')).toBe('Eve &amp; &lt;a href="https://example.com"&gt;Co&lt;/a&gt;')
  expect(asPlainText(body, 'win32')).toBe(body)
})
