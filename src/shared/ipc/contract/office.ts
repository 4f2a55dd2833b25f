import { z } from 'zod'
import { outcomeOf } from '../../domain/failure.ts'
import { lostCallerMarkSchema, lostCallersSchema } from '../../domain/lost-caller.ts'
import { presenceSchema } from '../../domain/presence.ts'
import { queueDetailsSchema, queuesSchema } from '../../domain/queue.ts'
import { addressSchema, done, nothing } from './pieces.ts'

/** Colleagues and queues. */
export const officeContract = {
  'presence:get-presence': { args: nothing, result: presenceSchema },
  /** The extensions of those of whom to be told when they are free. */
  'presence:list-watched': { args: nothing, result: z.array(z.string()).readonly() },
  'presence:watch-colleague': {
    args: z.object({ extension: z.string().max(32), isWatched: z.boolean() }).strict(),
    result: done
  },

  'queues:list-queues': { args: nothing, result: queuesSchema },
  /** How a queue is set up and who its agents are, as far as the key may see it; asked of Voice360 each time. */
  'queues:get-details': {
    args: z.object({ queueId: z.number().int() }).strict(),
    result: outcomeOf(queueDetailsSchema)
  },
  'queues:list-lost-callers': { args: nothing, result: lostCallersSchema },
  /**
   * `claimed` says that I am on it, `done` closes the attempts until now. Without an address: those who showed no number. In a team it
   * is refused where a colleague changed it since the caller's `revision`.
   */
  'queues:mark-lost-caller': {
    args: z
      .object({ address: addressSchema, mark: lostCallerMarkSchema, revision: z.number().int().min(0) })
      .strict(),
    result: outcomeOf(lostCallersSchema)
  }
} as const
