import type { DialIntent, IntentOutcome } from '../../../src/main/core/intent.ts'
import type { Ledger } from '../../../src/main/core/ports.ts'
import type { OpenedLedger } from '../../../src/main/ledger/open-ledger.ts'

export const token = 'a-token-of-256-bits'

type Asked = Exclude<keyof Ledger, 'close' | 'appendEvent'>

/** What a test can have done in the app of `ledger-app.ts`. */
export interface LedgerApp {
  ask<Name extends Asked>(name: Name, ...args: Parameters<Ledger[Name]>): ReturnType<Ledger[Name]>
  /** Dials as the app does; the request that it would send is only counted. */
  dial(intent: DialIntent): Promise<{ readonly outcome: IntentOutcome | null; readonly requestCount: number }>
  isMadeAnew(): Promise<boolean>
  recovered(): Promise<ReturnType<OpenedLedger['recovered']['get']>>
  /** Closes the ledger, which brings its log over to the database, and opens it again. */
  reopen(): Promise<void>
}

export interface AskedOf {
  readonly id: number
  readonly name: keyof LedgerApp
  readonly args: readonly unknown[]
}

export type FromApp =
  | { readonly port: number }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string; readonly reason: string }
