import { describe, expect, it, vi } from 'vitest'
import { hardenProcess } from '../../../../src/main/electron/harden-process.ts'

const app = vi.hoisted(() => {
  const switches = new Set<string>()
  return {
    isPackaged: true,
    switches,
    // As Electron's own does.
    enableSandbox: vi.fn<() => void>(() => void switches.delete('no-sandbox')),
    commandLine: {
      hasSwitch: (name: string) => switches.has(name),
      removeSwitch: (name: string) => switches.delete(name)
    }
  }
})
vi.mock('electron', () => ({ app }))

function start(isPackaged: boolean, ...switches: readonly string[]): readonly string[] {
  vi.clearAllMocks()
  app.isPackaged = isPackaged
  app.switches.clear()
  for (const name of switches) app.switches.add(name)
  hardenProcess()
  expect(app.enableSandbox).toHaveBeenCalledOnce()
  return [...app.switches]
}

describe('hardenProcess', () => {
  it('keeps debuggers out of a packaged app', () => {
    expect(start(true, 'remote-debugging-port', 'remote-debugging-pipe', 'lang')).toEqual(['lang'])
  })

  it('ends a packaged app that was started without its sandbox', () => {
    expect(() => start(true, 'no-sandbox')).toThrow('--no-sandbox')
  })

  it('leaves developers their debugger', () => {
    expect(start(false, 'remote-debugging-port', 'no-sandbox')).toContain('remote-debugging-port')
  })
})
