import { z } from 'zod'
import { dialSchema, dialSuggestionsSchema, interpretationSchema } from '../../domain/dialing.ts'
import { outcomeOf } from '../../domain/failure.ts'
import { hotkeyModeSchema, hotkeysSchema } from '../../domain/hotkey.ts'
import { linkHandlersSchema, linkSchemeSchema } from '../../domain/link.ts'
import { addressSchema, done, fittingHeight, nothing } from './pieces.ts'

/** Numbers to call, and the ways that lead to them. */
export const dialingContract = {
  /** Read to be called, the user's guards apply; read only to know whose address it is, they do not. */
  'dialing:interpret-text': {
    args: z.object({ text: z.string().max(2_000), isToCall: z.boolean() }).strict(),
    result: interpretationSchema
  },
  /** Shows a confirmation of what `text` would dial; nothing is sent. */
  'dialing:propose-dial': { args: z.object({ text: z.string().max(2_000) }).strict(), result: dialSchema },
  'dialing:confirm-dial': {
    args: z
      .object({
        dialId: z.uuid(),
        candidateIndex: z.number().int().min(0),
        callerId: addressSchema.nullable(),
        isRecorded: z.boolean(),
        /** Whether the user saw what the dial `asked` and wants it all the same. */
        isAgreed: z.boolean()
      })
      .strict(),
    /** A dial still `confirming` asks about what stands in `asked`. */
    result: outcomeOf(dialSchema)
  },
  'dialing:cancel-dial': { args: z.object({ dialId: z.uuid() }).strict(), result: outcomeOf(dialSchema) },
  'dialing:get-dial': { args: nothing, result: dialSchema.nullable() },
  /** The strip's page tells how tall it is, in CSS pixels, so that its window fits it. */
  'dialing:fit-height': { args: fittingHeight, result: done },
  'dialing:get-suggestions': { args: nothing, result: dialSuggestionsSchema },

  'hotkeys:get-hotkeys': { args: nothing, result: hotkeysSchema },
  /** Ends by itself after a minute, so that a page that is gone cannot leave the hotkeys off. */
  'hotkeys:set-mode': { args: z.object({ mode: hotkeyModeSchema }).strict(), result: hotkeysSchema },

  'links:get-handlers': { args: nothing, result: linkHandlersSchema },
  /** Answers who opens them then: the system may leave the choice to the user. */
  'links:make-default': { args: z.object({ scheme: linkSchemeSchema }).strict(), result: linkHandlersSchema }
} as const
