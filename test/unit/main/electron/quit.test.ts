import { describe, expect, it, vi } from 'vitest'
import { stopBeforeQuit } from '../../../../src/main/electron/quit.ts'

type BeforeQuit = (event: { preventDefault(): void }) => void

const app = vi.hoisted(() => ({
  exit: vi.fn<(code: number) => void>(),
  on: vi.fn<(event: 'before-quit', listener: BeforeQuit) => void>()
}))
vi.mock('electron', () => ({ app }))

/** Asks to quit so many times; resolves with the exit code. */
async function quit(stop: () => Promise<void>, times = 1): Promise<number | undefined> {
  vi.clearAllMocks()
  stopBeforeQuit({ stop, limitMs: 20, leave: (code) => app.exit(code) })
  const preventDefault = vi.fn<() => void>()
  for (let time = 0; time < times; time += 1) app.on.mock.lastCall?.[1]({ preventDefault })
  expect(preventDefault).toHaveBeenCalledTimes(times)
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalled())
  return app.exit.mock.calls[0]?.[0]
}

describe('stopBeforeQuit', () => {
  it('waits for the application, once, however often quitting is asked for', async () => {
    const stop = vi.fn<() => Promise<void>>(() => Promise.resolve())
    expect(await quit(stop, 3)).toBe(0)
    expect(stop).toHaveBeenCalledOnce()
  })

  it('leaves what is done then to who knows, and lets that ask to quit once more', async () => {
    vi.clearAllMocks()
    const ask = () => app.on.mock.lastCall?.[1]({ preventDefault: () => undefined })
    const leave = vi.fn<() => void>(() => ask())
    stopBeforeQuit({ stop: () => Promise.resolve(), limitMs: 20, leave })
    ask()
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0))
    expect(leave).toHaveBeenCalledOnce()
  })

  it('leaves it to the same where the application does not end in time, or not well: a newer one may be waited for', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    for (const stop of [
      () => new Promise<void>(() => {}),
      () => Promise.reject(new Error('The disk is full'))
    ]) {
      vi.clearAllMocks()
      const leave = vi.fn<(code: number) => void>()
      stopBeforeQuit({ stop, limitMs: 20, leave })
      app.on.mock.lastCall?.[1]({ preventDefault: () => undefined })
      await vi.waitFor(() => expect(leave).toHaveBeenCalledExactlyOnceWith(1))
      expect(app.exit).not.toHaveBeenCalled()
    }
  })

  it('ends in time although the application does not', async () => {
    expect(await quit(() => new Promise(() => {}))).toBe(1)
  })

  it('ends although stopping failed, and says why', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    expect(await quit(() => Promise.reject(new Error('The disk is full')))).toBe(1)
    expect(said).toHaveBeenCalledOnce()
  })
})
