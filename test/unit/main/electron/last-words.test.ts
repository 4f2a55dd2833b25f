import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { DocumentStore } from '../../../../src/main/core/ports.ts'
import { catchFaults, type RunningApp } from '../../../../src/main/electron/last-words.ts'
import { InMemoryDocumentStore } from '../../../fakes/in-memory-document-store.ts'
import { textByKey } from '../../../fakes/text-by-key.ts'

const electron = vi.hoisted(() => ({
  app: {
    exit: vi.fn<(code: number) => void>(),
    quit: vi.fn<() => void>(),
    relaunch: vi.fn<(options: { readonly args: readonly string[] }) => void>()
  },
  dialog: {
    showErrorBox: vi.fn<(title: string, text: string) => void>(),
    showMessageBox: vi.fn<() => Promise<{ response: number }>>()
  }
}))
vi.mock('electron', () => electron)
const { app, dialog } = electron

type Listener = (reason: unknown) => void

/** A process in which nothing listens but what is tested. */
function startedProcess(nowMs: () => number) {
  const listeners = new Map<string | symbol, Listener>()
  const on = vi.spyOn(process, 'on').mockImplementation((event, listener) => {
    listeners.set(event, listener as Listener)
    return process
  })
  const running = catchFaults(nowMs)
  on.mockRestore()
  return {
    running,
    fail: (error: unknown) => listeners.get('uncaughtException')?.(error),
    reject: (reason: unknown) => listeners.get('unhandledRejection')?.(reason)
  }
}

const noteFault = vi.fn<(error: unknown) => void>()
const notify = vi.fn<() => () => void>()
const runningApp = (lastFault: DocumentStore): RunningApp => ({
  application: { noteFault },
  lastFault,
  notifier: { notify },
  t: textByKey
})

beforeEach(() => {
  vi.resetAllMocks()
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  dialog.showMessageBox.mockReturnValue(new Promise(() => {}))
})

describe('what nobody caught', () => {
  it('before the app runs is why it could not start', () => {
    const { fail } = startedProcess(() => 0)
    fail(new Error('no such module'))
    expect(dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith(expect.any(String), 'no such module')
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(1)
  })

  it('restarts the app once, however often it happens meanwhile, without the links of the first start', () => {
    const argv = process.argv
    process.argv = ['electron', '.', '--json', 'tel:+12125550123']
    onTestFinished(() => {
      process.argv = argv
    })
    const { running, fail } = startedProcess(() => 1_000)
    running(runningApp(new InMemoryDocumentStore()))
    fail(new Error('one'))
    fail(new Error('two'))
    expect(noteFault).toHaveBeenCalledTimes(2)
    expect(app.relaunch).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ args: ['.', '--json'] }))
    expect(app.quit).toHaveBeenCalledOnce()
    expect(dialog.showMessageBox).not.toHaveBeenCalled()
  })

  it('ends an app that cannot even stop', () => {
    const { running, fail } = startedProcess(() => 1_000)
    running(runningApp(new InMemoryDocumentStore()))
    fail(new Error('one'))
    expect(app.exit).not.toHaveBeenCalled()
    vi.runAllTimers()
    expect(app.exit).toHaveBeenCalledExactlyOnceWith(1)
  })

  it.each([
    [59_999, 'asks'],
    [60_000, 'restarts']
  ])('again after %i ms %s, and the restart is told once', (afterMs, then) => {
    const lastFault = new InMemoryDocumentStore()
    const first = startedProcess(() => 5)
    first.running(runningApp(lastFault))
    expect(notify).not.toHaveBeenCalled()
    first.fail(new Error('one'))

    vi.clearAllMocks()
    const second = startedProcess(() => 5 + afterMs)
    second.running(runningApp(lastFault))
    second.running(runningApp(lastFault))
    expect(notify).toHaveBeenCalledOnce()
    second.fail(new Error('again'))
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(then === 'asks' ? 1 : 0)
    expect(app.relaunch).toHaveBeenCalledTimes(then === 'asks' ? 0 : 1)
  })

  it.each([
    [0, 1],
    [1, 0]
  ])('once asked, button %i restarts %i times, and quits', async (response, restarts) => {
    dialog.showMessageBox.mockResolvedValue({ response })
    const { running, fail } = startedProcess(() => 9)
    const lastFault = new InMemoryDocumentStore()
    lastFault.write({ atMs: 8, isTold: true })
    running(runningApp(lastFault))
    fail(new Error('again'))
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce())
    expect(app.relaunch).toHaveBeenCalledTimes(restarts)
  })

  it('asks where it cannot be remembered, and outlives a log that cannot be written', () => {
    const said = vi.spyOn(console, 'error').mockReturnValue()
    const { running, fail } = startedProcess(() => 9)
    running(
      runningApp({
        read: () => ({}),
        write() {
          throw new Error('ENOSPC')
        }
      })
    )
    noteFault.mockImplementation(() => {
      throw new Error('ENOSPC')
    })
    fail(new Error('the disk is full'))
    expect(dialog.showMessageBox).toHaveBeenCalledOnce()
    expect(app.relaunch).not.toHaveBeenCalled()
    expect(said).toHaveBeenCalledOnce()
  })

  it('of a promise is written down, and the app goes on', () => {
    const { running, reject } = startedProcess(() => 9)
    running(runningApp(new InMemoryDocumentStore()))
    reject(new Error('nobody waited'))
    expect(noteFault).toHaveBeenCalledOnce()
    expect(app.relaunch).not.toHaveBeenCalled()
    expect(dialog.showMessageBox).not.toHaveBeenCalled()
  })
})
