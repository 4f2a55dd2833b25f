import type { Call } from '../../../shared/domain/call.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Clock } from '../ports.ts'
import { updateCards, withoutLeft } from './popup-cards.ts'

/** The stack of caller cards: opened by calls, closed by time or by hand. */
export interface PopupService {
  readonly cards: LiveValue<readonly PopupCard[]>
  callChanged(call: Call): void
  dismiss(callId: string): void
}

interface Dependencies {
  readonly rule: () => Settings['popups']
  /** What was last shared with a caller before this call. */
  readonly findLastContact: (call: Call) => Promise<PopupCard['lastContact']>
  readonly onOpened: (call: Call) => void
  readonly clock: Clock
}

export function createPopupService({ rule, findLastContact, onOpened, clock }: Dependencies): PopupService {
  const cards = createLiveValue<readonly PopupCard[]>([])
  let cancelSweep = (): void => undefined

  function show(next: readonly PopupCard[]): void {
    cards.set(next)
    cancelSweep()
    const leaving = next.flatMap(({ leavesAtMs }) => (leavesAtMs === null ? [] : [leavesAtMs]))
    if (leaving.length === 0) return
    const waitMs = Math.max(0, Math.min(...leaving) - clock.nowMs())
    cancelSweep = clock.schedule(waitMs, () => show(withoutLeft(cards.get(), clock.nowMs())))
  }

  async function addLastContact(call: Call): Promise<void> {
    // A card without it is better than none: the ledger may be busy.
    const lastContact = await findLastContact(call).catch(() => null)
    show(cards.get().map((card) => (card.call.id === call.id ? { ...card, lastContact } : card)))
  }

  return {
    cards,
    callChanged(call) {
      const before = cards.get()
      const next = updateCards(before, call, rule(), clock.nowMs())
      if (next === before) return
      show(next)
      if (next.length === before.length) return
      onOpened(call)
      void addLastContact(call)
    },
    dismiss(callId) {
      show(cards.get().filter((card) => card.call.id !== callId))
    }
  }
}
