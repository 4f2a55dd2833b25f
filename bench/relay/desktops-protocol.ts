import { password } from '../../test/integration/relay/relay-under-test.ts'

/**
 * How webhooks come to the desktops: as the app does it, by a durable consumer with acknowledgements for each desktop, or by a bare
 * subscription of what nobody stores.
 */
export type Way = 'relay' | 'durable' | 'core'

/** What the process of the simulated desktops is asked for. */
export type ToDesktops =
  | { readonly kind: 'connect'; readonly way: Way; readonly count: number; readonly server: string }
  /** To be told once all of them together have kept so many. */
  | { readonly kind: 'expect'; readonly keptCount: number }
  | { readonly kind: 'disconnect' }

export type FromDesktops =
  | { readonly kind: 'connected' | 'disconnected' }
  /** In milliseconds from the POST until it was kept: of all desktops, and of those with a ledger on the disk. */
  | { readonly kind: 'kept'; readonly allMs: readonly number[]; readonly ledgerMs: readonly number[] }

export const accountId = 61
export const user = { user: 'relay', password } as const
/** What is published without being stored. */
export const coreSubject = 'bench.core'
