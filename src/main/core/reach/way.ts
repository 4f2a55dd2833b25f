import type { Reach } from '../../../shared/domain/reach.ts'
import type { Signal } from '../live-value.ts'
import type { LostTime } from '../ports.ts'

/** What a way tells of reach. */
export type WayTold = Omit<Reach, 'sinceMs' | 'lastEventAtMs' | 'eventCount'>

/** What of the time is heard. */
export type Hearing =
  | { readonly kind: 'deaf'; readonly reason: string; readonly heardUntilMs: number | null }
  /** It may hear soon, and then also what came meanwhile. */
  | { readonly kind: 'unsettled' }
  | { readonly kind: 'hearing' }
  /** Also what came before, but for what is lost. */
  | { readonly kind: 'caught-up'; readonly lost: LostTime | null }

/** How webhooks get here, opened once: by a listener on this computer and a tunnel that leads to it, or by the team's relay. */
export interface Way {
  /** Told when any of what it says may be another. */
  readonly changed: Pick<Signal<void>, 'watch'>
  tell(): WayTold
  hearing(): Hearing
  open(): Promise<void>
  /** Begins anew with what it leads by; what it takes in is not touched. */
  reopen(): void
  checkNow(): Promise<void>
  acceptAddress(): void
  close(): Promise<void>
}
