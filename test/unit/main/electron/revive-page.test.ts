import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { revivePage } from '../../../../src/main/electron/revive-page.ts'

const reload = vi.fn<() => void>()
const onDied = vi.fn<(reason: string) => void>()
let isDestroyed: boolean
let die: (reason: string) => void

beforeEach(() => {
  vi.resetAllMocks()
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  isDestroyed = false
  const contents = Object.assign(new EventEmitter(), { reload, isDestroyed: () => isDestroyed })
  revivePage(contents as unknown as WebContents, onDied)
  die = (reason) => contents.emit('render-process-gone', {}, { reason })
})

describe('a page', () => {
  it('whose process died is loaded anew at once, and told of', () => {
    die('oom')
    vi.advanceTimersByTime(0)
    expect(reload).toHaveBeenCalledOnce()
    expect(onDied).toHaveBeenCalledExactlyOnceWith('oom')
  })

  it('that ended well, or whose window is gone, is not', () => {
    die('clean-exit')
    isDestroyed = true
    die('crashed')
    vi.runAllTimers()
    expect(reload).not.toHaveBeenCalled()
    expect(onDied).toHaveBeenCalledExactlyOnceWith('crashed')
  })

  it('that dies as soon as it is loaded is loaded ever less often, and at once again after a good minute', () => {
    reload.mockImplementation(() => die('crashed'))
    die('crashed')
    vi.advanceTimersByTime(60_000)
    expect(reload.mock.calls.length).toBeLessThan(8)
    expect(reload.mock.calls.length).toBeGreaterThan(3)

    reload.mockReset()
    vi.advanceTimersByTime(120_000)
    reload.mockReset()
    die('crashed')
    vi.advanceTimersByTime(0)
    expect(reload).toHaveBeenCalledOnce()
  })
})
