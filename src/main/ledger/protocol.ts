import type { RebuildProgress } from '../../shared/domain/event-reading.ts'
import type { EventReader, Ledger, LedgerChanges, Recovered, StreamPosition } from '../core/ports.ts'
import type { EventEnvelope } from '../core/webhooks/index.ts'
import type { Packed } from './packed.ts'
import type { FoundLedger, LedgerPlace } from './settle-file.ts'

/** What the ledger does, as the worker does it: at once, inside the transaction of a batch. */
export type LedgerOperations = {
  readonly [Name in OperationName]: (...args: Arguments[Name]) => Answer<Name>
}
export type OperationName = Exclude<keyof Ledger, 'close'>
export type Arguments = {
  readonly [Name in OperationName]: Name extends 'appendEvent'
    ? [event: SentEvent, position?: StreamPosition | undefined]
    : Parameters<Ledger[Name]>
}
/** An event as the worker keeps it: its fields can be read again from `raw`. */
export type SentEvent = Omit<EventEnvelope, 'metadata'>
export type Answer<Name extends OperationName> = Awaited<ReturnType<Ledger[Name]>>

export type OperationRequest<Name extends OperationName = OperationName> = {
  readonly [Each in Name]: { readonly name: Each; readonly args: Arguments[Each] }
}[Name]

/** What became of an event of which nothing more is told now: `stored` ones are projected later. */
export type StoredForLater = 'stored' | 'duplicate'

/** `unavailable` is worth another try (disk full, database busy); `broken` is a bug. */
export type OperationResult =
  | StoredForLater
  | { readonly outcome: 'done'; readonly value: unknown }
  | { readonly outcome: 'unavailable' | 'broken'; readonly reason: string }

/** What the main side posts: operations, as `packed.ts` makes them, or the wish to end after them. */
export type ToWorker = readonly Packed[] | 'close'

/**
 * What the worker posts: first whether it could open the database, then the results of each batch, in the order in which they were asked for, what came of the events that
 * had waited, on which event our code failed, how a rebuild goes, and whether the database was replaced because it turned out to be damaged.
 */
export type FromWorker =
  | ({ readonly kind: 'opened'; readonly recovered: Recovered | null } & FoundLedger)
  | { readonly kind: 'recovered'; readonly recovered: Recovered }
  | { readonly kind: 'not-opened'; readonly reason: string }
  | { readonly kind: 'results'; readonly results: readonly OperationResult[] }
  | { readonly kind: 'projected'; readonly changes: LedgerChanges }
  | { readonly kind: 'not-projected'; readonly reason: string }
  | { readonly kind: 'rebuilding'; readonly progress: RebuildProgress | null }

export interface WorkerSettings extends LedgerPlace {
  readonly reader: EventReader
  /** How many operations go into one transaction at most. */
  readonly maxBatchSize: number
}
