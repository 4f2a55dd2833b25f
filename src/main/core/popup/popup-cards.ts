import { type Call, isLost } from '../../../shared/domain/call.ts'
import type { PopupCard } from '../../../shared/domain/popup-card.ts'
import type { CallAlert } from '../../../shared/domain/settings.ts'
import { isArriving } from './alert-of.ts'

/** A call that nobody heard more of is taken off the screen: its end was lost. */
const longestRingMs = 120_000
const answeredStaysMs = 6_000

/**
 * What the stack of caller cards becomes when a call changed, newest caller last. Only a ringing, inbound call that is to have
 * a card opens one; an open card follows its call, whatever becomes of it.
 */
export function updateCards(
  cards: readonly PopupCard[],
  call: Call,
  alert: CallAlert,
  nowMs: number
): readonly PopupCard[] {
  const open = cards.find((card) => card.call.id === call.id)
  if (!open) return alert === 'card' && isArriving(call, nowMs) ? [...cards, newCard(call, nowMs)] : cards
  const leavesAtMs = leavesAt(call, open, nowMs)
  return cards.map((card) => (card === open ? { ...card, call, leavesAtMs } : card))
}

/**
 * The cards that are still to be seen at `nowMs`. A held card stays, and so does every older one, on which it stands: it
 * would move.
 */
export function withoutLeft(cards: readonly PopupCard[], nowMs: number): readonly PopupCard[] {
  const lastHeld = cards.findLastIndex((card) => card.isHeld)
  const isStaying = (card: PopupCard, index: number): boolean => index <= lastHeld || !isDue(card, nowMs)
  return cards.every(isStaying) ? cards : cards.filter(isStaying)
}

/** When the next card leaves; null where none does by itself. */
export function nextLeaveMs(cards: readonly PopupCard[]): number | null {
  const lastHeld = cards.findLastIndex((card) => card.isHeld)
  const leaving = cards
    .slice(lastHeld + 1)
    .flatMap(({ leavesAtMs }) => (leavesAtMs === null ? [] : [leavesAtMs]))
  return leaving.length === 0 ? null : Math.min(...leaving)
}

/** Holds a card or lets it go; one whose time passed meanwhile stays for as long as an answered one. */
export const holdCard = (
  cards: readonly PopupCard[],
  callId: string,
  isHeld: boolean,
  nowMs: number
): readonly PopupCard[] =>
  cards.map((card) => {
    if (card.call.id === callId && card.isHeld !== isHeld)
      return { ...card, isHeld, ...lingering(card, nowMs) }
    return card
  })

const lingering = ({ leavesAtMs }: PopupCard, nowMs: number): Pick<PopupCard, 'leavesAtMs'> => ({
  leavesAtMs: leavesAtMs === null ? null : Math.max(leavesAtMs, nowMs + answeredStaysMs)
})

const isDue = ({ leavesAtMs }: PopupCard, nowMs: number): boolean =>
  leavesAtMs !== null && leavesAtMs <= nowMs

const newCard = (call: Call, nowMs: number): PopupCard => ({
  call,
  lastContact: null,
  place: null,
  // By Voice360's clock a call may begin in our future.
  leavesAtMs: Math.min(call.startedAtMs, nowMs) + longestRingMs,
  isHeld: false
})

/** A lost caller's card stays until it is closed; any other leaves a little after the call was answered or over. */
function leavesAt(call: Call, before: PopupCard, nowMs: number): number | null {
  if (call.state === 'ringing') return before.leavesAtMs
  if (isLost(call.state)) return null
  const isNews = before.call.state === 'ringing' || before.leavesAtMs === null
  return isNews ? nowMs + answeredStaysMs : before.leavesAtMs
}
