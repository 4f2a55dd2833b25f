import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge, WireAnswer } from '../shared/ipc/bridge.ts'
import {
  type EventChannel,
  eventChannels,
  type RequestChannel,
  requestChannels
} from '../shared/ipc/channels.ts'
import type { RequestResult } from '../shared/ipc/contract.ts'
import type { EventPayload } from '../shared/ipc/events.ts'

// The page is not trusted to keep to the types: a channel that is not listed never reaches ipcRenderer.
const requests: ReadonlySet<string> = new Set(requestChannels)
const events: ReadonlySet<string> = new Set(eventChannels)

/** The main process parsed the value with the contract. */
type Answer<C extends RequestChannel> =
  | { readonly ok: true; readonly value: RequestResult<C> }
  | Extract<WireAnswer, { ok: false }>

const bridge: Bridge = {
  async request<C extends RequestChannel>(channel: C, args: unknown): Promise<RequestResult<C>> {
    if (!requests.has(channel)) throw new Error('The app has no such request.')
    const answer: Answer<C> = await ipcRenderer.invoke(channel, args)
    // Of an error, contextBridge lets only the message through.
    if (!answer.ok) throw new Error(answer.message)
    return answer.value
  },

  subscribe<E extends EventChannel>(channel: E, listener: (payload: EventPayload<E>) => void): () => void {
    if (!events.has(channel)) throw new Error('The app has no such event.')
    // The IpcRendererEvent stays here: its `sender` would hand the page all of ipcRenderer.
    const forward = (_event: unknown, payload: EventPayload<E>) => listener(payload)
    ipcRenderer.on(channel, forward)
    return () => ipcRenderer.off(channel, forward)
  }
}

contextBridge.exposeInMainWorld('voice360', bridge)
