import { type Call, isLost } from '../../../shared/domain/call.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import type { Settings } from '../../../shared/domain/settings.ts'

/** An event that is older than this when it arrives is history, not a caller who waits. */
const lateAfterMs = 60_000
/** A call that nobody heard more of is taken off the screen: its end was lost. */
const longestRingMs = 120_000
const answeredStaysMs = 6_000

/**
 * What the stack of caller cards becomes when a call changed, newest caller last. Only a ringing, inbound call opens a card;
 * an open card follows its call, whatever becomes of it.
 */
export function updateCards(
  cards: readonly PopupCard[],
  call: Call,
  rule: Settings['popups'],
  nowMs: number
): readonly PopupCard[] {
  const open = cards.find((card) => card.call.id === call.id)
  if (!open) return shouldOpen(call, rule, nowMs) ? [...cards, newCard(call, nowMs)] : cards
  const leavesAtMs = leavesAt(call, open, nowMs)
  return cards.map((card) => (card === open ? { ...card, call, leavesAtMs } : card))
}

/** The cards that are still to be seen at `nowMs`. */
export const withoutLeft = (cards: readonly PopupCard[], nowMs: number): readonly PopupCard[] =>
  cards.some((card) => hasLeft(card, nowMs)) ? cards.filter((card) => !hasLeft(card, nowMs)) : cards

const hasLeft = ({ leavesAtMs }: PopupCard, nowMs: number): boolean =>
  leavesAtMs !== null && leavesAtMs <= nowMs

function shouldOpen(call: Call, rule: Settings['popups'], nowMs: number): boolean {
  if (rule === 'off' || call.direction === 'outbound' || call.state !== 'ringing') return false
  return nowMs - call.startedAtMs < lateAfterMs && (rule === 'everyone' || call.isMine)
}

const newCard = (call: Call, nowMs: number): PopupCard => ({
  call,
  lastContact: null,
  // By Voice360's clock a call may begin in our future.
  leavesAtMs: Math.min(call.startedAtMs, nowMs) + longestRingMs
})

/** A lost caller's card stays until it is closed; any other leaves a little after the call was answered or over. */
function leavesAt(call: Call, before: PopupCard, nowMs: number): number | null {
  if (call.state === 'ringing') return before.leavesAtMs
  if (isLost(call.state)) return null
  const isNews = before.call.state === 'ringing' || before.leavesAtMs === null
  return isNews ? nowMs + answeredStaysMs : before.leavesAtMs
}
