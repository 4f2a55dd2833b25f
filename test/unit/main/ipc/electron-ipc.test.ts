import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Application } from '../../../../src/main/core/application.ts'
import { serveElectronPages } from '../../../../src/main/ipc/electron-ipc.ts'
import { requestChannels } from '../../../../src/shared/ipc/channels.ts'

type Handler = (event: unknown, args: unknown) => unknown

const ipcMain = vi.hoisted(() => ({
  handlers: new Map<string, Handler>(),
  silenced: [] as string[],
  handle(channel: string, handler: Handler) {
    this.handlers.set(channel, handler)
  },
  removeAllListeners(channel: string) {
    this.silenced.push(channel)
  }
}))
vi.mock('electron', () => ({ ipcMain }))

const ourPage = { sender: { id: 1 }, senderFrame: { detached: false, parent: null, origin: 'app://v360' } }
const answer = vi.fn<Application['answer']>((channel, args) =>
  Promise.resolve({ ok: true, value: { channel, args } })
)

describe('serveElectronPages', () => {
  beforeEach(() => {
    answer.mockClear()
    serveElectronPages({ answer }, (id) => id === 1)
  })

  const ask = (event: unknown) => ipcMain.handlers.get('session:get-host')?.(event, { some: 'arguments' })

  it('answers every request of the contract and nothing else', () => {
    expect([...ipcMain.handlers.keys()]).toEqual([...requestChannels])
    expect(ipcMain.silenced).toContain('electron-store-get-data')
  })

  it('hands a request of our page to the application', async () => {
    const value = { channel: 'session:get-host', args: { some: 'arguments' } }
    await expect(ask(ourPage)).resolves.toEqual({ ok: true, value })
  })

  it('rejects a stranger before anything else happens', () => {
    expect(() => ask({ ...ourPage, senderFrame: null })).toThrow('may not ask')
    expect(answer).not.toHaveBeenCalled()
  })
})
