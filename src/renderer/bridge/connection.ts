import type { Bridge } from '../../shared/ipc/bridge.ts'

/** Whether the main process can be asked right now. */
export type ConnectionState = 'connected' | 'disconnected'

/** A bridge whose far end may go away and come back. */
export interface BridgeConnection extends Bridge {
  getState(): ConnectionState
  /** Returns the function that unsubscribes. */
  onStateChange(listener: () => void): () => void
}

/** A request that the main process, or the wire to it, rejected. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** The preload's bridge lives as long as its window: it is never seen disconnected. */
export const alwaysConnected = (bridge: Bridge): BridgeConnection => ({
  request: bridge.request.bind(bridge),
  subscribe: bridge.subscribe.bind(bridge),
  getState: () => 'connected',
  onStateChange: () => () => {}
})
