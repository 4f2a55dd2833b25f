import { password } from '../../test/integration/relay/relay-under-test.ts'

/**
 * How events come to a desktop: followed by the app's own code; only listened to, which the server cannot tell from that; by a durable
 * consumer with acknowledgements; or by a bare subscription of what nobody stores.
 */
export type Way = 'app' | 'listener' | 'durable' | 'core'

/** What a process of simulated desktops is asked for. */
export type ToDesktops =
  | { readonly kind: 'connect'; readonly way: Way; readonly count: number; readonly server: string }
  /** To be told once all of them together have had so many. */
  | { readonly kind: 'expect'; readonly count: number }
  | { readonly kind: 'disconnect' }

export type FromDesktops =
  | { readonly kind: 'connected' | 'disconnected' }
  /** In milliseconds from the POST until they had it, of some of the desktops. */
  | { readonly kind: 'had'; readonly tookMs: readonly number[] }

/** The argument of a process whose desktops read each event and keep it in a ledger on the disk. */
export const withLedger = 'with-ledger'

export const accountId = 61
export const user = { user: 'relay', password } as const
/** What is published without being stored. */
export const coreSubject = 'bench.core'
