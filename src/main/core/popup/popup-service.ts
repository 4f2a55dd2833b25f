import type { Call } from '../../../shared/domain/call.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import type { CallAlert } from '../../../shared/domain/settings.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Clock, Places } from '../ports.ts'
import { holdCard, nextLeaveMs, updateCards, withoutLeft } from './popup-cards.ts'

/** The stack of caller cards: opened by calls, closed by time or by hand. */
export interface PopupService {
  readonly cards: LiveValue<readonly PopupCard[]>
  callChanged(call: Call): void
  /** The call is gone: it was part of another one, or was deleted. */
  callRemoved(callId: string): void
  dismiss(callId: string): void
  /** While someone writes in a card, it neither leaves nor moves. */
  hold(callId: string, isHeld: boolean): void
}

interface Dependencies {
  readonly alertOf: (call: Call) => CallAlert
  /** What was last shared with a caller before this call. */
  readonly findLastContact: (call: Call) => Promise<PopupCard['lastContact']>
  readonly places: Places
  readonly clock: Clock
}

/** How many closed cards are remembered, so that a late event of their calls does not bring them back. */
const rememberedCount = 200

export function createPopupService(dependencies: Dependencies): PopupService {
  const { alertOf, findLastContact, places, clock } = dependencies
  const cards = createLiveValue<readonly PopupCard[]>([])
  const dismissed = new Set<string>()
  let cancelSweep = (): void => undefined

  function show(next: readonly PopupCard[]): void {
    cards.set(next)
    cancelSweep()
    const atMs = nextLeaveMs(next)
    if (atMs === null) return
    cancelSweep = clock.schedule(Math.max(0, atMs - clock.nowMs()), () =>
      show(withoutLeft(cards.get(), clock.nowMs()))
    )
  }

  const close = (callId: string): void => show(cards.get().filter((card) => card.call.id !== callId))

  /** A card without it is better than none: the ledger may be busy. */
  async function add<K extends 'lastContact' | 'place'>(
    { id }: Call,
    key: K,
    found: Promise<PopupCard[K]>
  ): Promise<void> {
    const value = await found.catch(() => null)
    if (value !== null) {
      show(cards.get().map((card) => (card.call.id === id ? { ...card, [key]: value } : card)))
    }
  }

  return {
    cards,
    callChanged(call) {
      if (dismissed.has(call.id)) return
      const before = cards.get()
      const next = updateCards(before, call, alertOf(call), clock.nowMs())
      if (next === before) return
      show(next)
      if (next.length === before.length) return
      void add(call, 'lastContact', findLastContact(call))
      if (call.other.kind === 'number') void add(call, 'place', places.find(call.other.address))
    },
    callRemoved: close,
    dismiss(callId) {
      dismissed.add(callId)
      const [oldest] = dismissed
      if (dismissed.size > rememberedCount && oldest !== undefined) dismissed.delete(oldest)
      close(callId)
    },
    hold(callId, isHeld) {
      const nowMs = clock.nowMs()
      show(withoutLeft(holdCard(cards.get(), callId, isHeld, nowMs), nowMs))
    }
  }
}
