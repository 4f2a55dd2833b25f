import { expect, test, vi } from 'vitest'
import { onOpenUrl } from '../../../../src/main/electron/open-url.ts'

type Listener = (event: { preventDefault(): void }, url: string) => void

const app = vi.hoisted(() => ({ on: vi.fn<(event: string, listener: Listener) => void>() }))
vi.mock('electron', () => ({ app }))

test('links that macOS hands over are taken, and left to nobody else', () => {
  const opened: string[] = []
  onOpenUrl((url) => opened.push(url))
  const preventDefault = vi.fn<() => void>()
  const [name, listener] = app.on.mock.lastCall ?? []
  listener?.({ preventDefault }, 'tel:+12125550101')
  expect(name).toBe('open-url')
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(opened).toEqual(['tel:+12125550101'])
})
