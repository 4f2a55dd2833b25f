import { z } from 'zod'
import { composeSchema } from '../../domain/compose.ts'
import { outcomeOf } from '../../domain/failure.ts'
import { popupCardSchema } from '../../domain/popup-card.ts'
import { addressSchema, callIdSchema, done, fittingHeight, nothing } from './pieces.ts'

/** The windows of callers, and what leads out of them. */
export const popupContract = {
  'popup:list-cards': { args: nothing, result: z.array(popupCardSchema).readonly() },
  'popup:dismiss-card': { args: z.object({ callId: callIdSchema }).strict(), result: done },
  /** The pop-up's page tells how tall its cards are, in CSS pixels, so that its window fits them. */
  'popup:fit-height': { args: fittingHeight, result: done },
  /** While someone writes in a card it neither leaves nor moves. */
  'popup:hold-card': {
    args: z.object({ callId: callIdSchema, isHeld: z.boolean() }).strict(),
    result: done
  },
  /** Asked for by a click that needs the keyboard: the pop-up takes it only then. */
  'popup:take-focus': { args: nothing, result: done },
  'popup:give-focus-back': { args: nothing, result: done },
  'popup:reset-position': { args: nothing, result: done },
  /** The pop-up follows the pointer, which holds it at `grip`, in CSS pixels; null lets it go. */
  'popup:drag': {
    args: z.object({ grip: z.object({ x: z.number(), y: z.number() }).strict().nullable() }).strict(),
    result: done
  },

  /** Opens the person in the user's CRM; the call adds what it knows. */
  'crm:open-person': {
    args: z.object({ address: addressSchema, callId: callIdSchema.nullable() }).strict(),
    result: outcomeOf(done)
  },

  /** Brings the main window up at the timeline with `address`; `compose` says whether, and with which words, to begin a message. */
  'window:show-person': {
    args: z.object({ address: addressSchema, compose: composeSchema }).strict(),
    result: done
  }
} as const
