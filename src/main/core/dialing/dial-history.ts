import type { PastDial } from '../intent.ts'
import { createSignal, type Signal } from '../live-value.ts'
import type { DialLedger } from '../ports.ts'

/** No more people than that are remembered. */
const capacity = 1_000

/** Who was called from here, and how: the newest dial to each address. */
export interface DialHistory {
  readonly changed: Pick<Signal<void>, 'watch'>
  /** Reads it from the ledger, in the place of what was known: at the start, and when something was deleted there. */
  load(): Promise<void>
  add(dial: PastDial): void
  /** The newest dial to that address; null where there is none. */
  last(address: string): PastDial | null
  /** Newest first. */
  newest(limit: number): readonly PastDial[]
}

export function createDialHistory(ledger: Pick<DialLedger, 'listLastDials'>): DialHistory {
  const changed = createSignal<void>()
  // In the order of dialing, oldest first, which a Map keeps.
  const lastByAddress = new Map<string, PastDial>()

  function add(dial: PastDial): void {
    lastByAddress.delete(dial.to)
    lastByAddress.set(dial.to, dial)
    for (const oldest of lastByAddress.keys()) {
      if (lastByAddress.size <= capacity) break
      lastByAddress.delete(oldest)
    }
  }

  return {
    changed,
    async load() {
      const dials = await ledger.listLastDials(capacity)
      lastByAddress.clear()
      for (const dial of dials.toReversed()) add(dial)
      changed.emit()
    },
    add(dial) {
      add(dial)
      changed.emit()
    },
    last: (address) => lastByAddress.get(address) ?? null,
    newest: (limit) => [...lastByAddress.values()].slice(-limit).toReversed()
  }
}
