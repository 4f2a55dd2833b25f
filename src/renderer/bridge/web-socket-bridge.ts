import type { WireAnswer } from '../../shared/ipc/bridge.ts'
import type { EventChannel, RequestChannel } from '../../shared/ipc/channels.ts'
import type { RequestArgs, RequestResult } from '../../shared/ipc/contract.ts'
import type { EventPayload } from '../../shared/ipc/events.ts'
import { type BridgeConnection, BridgeError, type ConnectionState } from './connection.ts'

type Frame =
  | { readonly id: number; readonly answer: WireAnswer }
  | { readonly event: EventChannel; readonly payload: unknown }

interface Pending {
  // The host parses every result with the contract before it sends it.
  resolve(value: unknown): void
  reject(error: BridgeError): void
}

interface Listener {
  tell(payload: unknown): void
}

/** What the bridge needs of a WebSocket. */
export interface BridgeSocket {
  readonly readyState: number
  send(frame: string): void
  addEventListener(
    type: 'open' | 'message' | 'close',
    listener: (event: Event & { readonly data?: unknown }) => void
  ): void
}

const firstRetryMs = 500
const longestRetryMs = 10_000

/** How long to wait before attempt `attempt` (from 0) to reach the host again. */
export const retryDelayMs = (attempt: number): number => Math.min(firstRetryMs * 2 ** attempt, longestRetryMs)

/**
 * The bridge of a browser tab: one WebSocket that comes back by itself. Requests made before the first opening wait for it;
 * those in flight when it closes reject with code `disconnected`, because they may or may not have been carried out.
 */
export class WebSocketBridge implements BridgeConnection {
  readonly #open: () => BridgeSocket
  readonly #pending = new Map<number, Pending>()
  readonly #listeners = new Map<EventChannel, Set<Listener>>()
  readonly #stateListeners = new Set<() => void>()
  #socket: BridgeSocket
  #unsent: string[] = []
  #state: ConnectionState = 'connected'
  #lastId = 0
  #attempt = 0

  constructor(open: () => BridgeSocket) {
    this.#open = open
    this.#socket = this.#connect()
  }

  request<C extends RequestChannel>(channel: C, args: RequestArgs<C>): Promise<RequestResult<C>> {
    const id = ++this.#lastId
    return new Promise<RequestResult<C>>((resolve, reject) => {
      if (this.#state === 'disconnected') return reject(disconnected())
      this.#pending.set(id, { resolve, reject })
      this.#send(JSON.stringify({ id, channel, args }))
    })
  }

  subscribe<E extends EventChannel>(channel: E, listener: (payload: EventPayload<E>) => void): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set()
    this.#listeners.set(channel, listeners)
    const entry: Listener = { tell: listener }
    listeners.add(entry)
    return () => listeners.delete(entry)
  }

  getState(): ConnectionState {
    return this.#state
  }

  onStateChange(listener: () => void): () => void {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  #connect(): BridgeSocket {
    const socket = this.#open()
    socket.addEventListener('open', () => {
      this.#attempt = 0
      for (const frame of this.#unsent.splice(0)) socket.send(frame)
      this.#setState('connected')
    })
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data))))
    socket.addEventListener('close', () => this.#onClose())
    return socket
  }

  #send(frame: string): void {
    if (this.#socket.readyState === 1) this.#socket.send(frame)
    else this.#unsent.push(frame)
  }

  #receive(frame: Frame): void {
    if ('event' in frame) {
      for (const listener of this.#listeners.get(frame.event) ?? []) listener.tell(frame.payload)
      return
    }
    const pending = this.#pending.get(frame.id)
    this.#pending.delete(frame.id)
    const { answer } = frame
    if (answer.ok) pending?.resolve(answer.value)
    else pending?.reject(new BridgeError(answer.code, answer.message))
  }

  #onClose(): void {
    this.#unsent = []
    for (const pending of this.#pending.values()) pending.reject(disconnected())
    this.#pending.clear()
    this.#setState('disconnected')
    setTimeout(
      () => {
        this.#socket = this.#connect()
      },
      retryDelayMs(this.#attempt++)
    )
  }

  #setState(state: ConnectionState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of this.#stateListeners) listener()
  }
}

const disconnected = () => new BridgeError('disconnected', 'The app behind this page stopped.')
