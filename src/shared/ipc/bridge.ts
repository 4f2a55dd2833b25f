import type { EventChannel, RequestChannel } from './channels.ts'
import type { RequestArgs, RequestResult } from './contract.ts'
import type { EventPayload } from './events.ts'

/**
 * What a page has of the main process, whichever host carries it: `window.voice360` in Electron, a WebSocket in a browser tab.
 * A request that breaks the contract, or a bug behind it, rejects with an Error whose `code` and `message` came across.
 */
export interface Bridge {
  request<C extends RequestChannel>(channel: C, args: RequestArgs<C>): Promise<RequestResult<C>>
  /** Returns the function that unsubscribes. */
  subscribe<E extends EventChannel>(channel: E, listener: (payload: EventPayload<E>) => void): () => void
}

/** How an answer crosses either wire: failures of the mechanism itself are values too, so that no host rewrites them. */
export type WireAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string }
