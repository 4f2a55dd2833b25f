import { z } from 'zod'
import { eventNames } from '../../shared/domain/event-name.ts'
import { callOutcomes } from '../pbx/call.ts'
import { webhookEncodings } from '../webhooks/encoding.ts'

const durationMs = z.int().min(0)
const number = z.string().regex(/^\+?\d{3,15}$/, 'not a phone number or an extension')

export const webhookSchema = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }),
    event_type: z.enum([...eventNames, 'all']).default('all'),
    method: z.enum(['POST', 'GET']).default('POST'),
    retries: z.int().min(1).max(5).default(3),
    encoding: z.enum(webhookEncodings).optional()
  })
  .refine(({ method, encoding }) => method !== 'GET' || encoding !== 'json', {
    path: ['encoding'],
    message: 'a GET has no body: choose flat, bracketed, dotted or metadata_json'
  })

const planSchema = z.strictObject({
  outcome: z.enum(callOutcomes).default('answered'),
  answer_after_ms: durationMs.default(4_000),
  answered_by: z.string().optional(),
  end_after_ms: durationMs.default(20_000)
})

export const callSchema = z.strictObject({
  /** An extension makes it an internal or an outbound call. */
  from: z.union([number, z.literal('anonymous')]),
  /** One of the account's numbers; for a call from an extension, any number or extension. */
  to: number.optional(),
  queue: z.int().optional(),
  extension: z.string().optional(),
  caller_name: z.string().optional(),
  plan: planSchema.optional()
})

export type CallRequest = z.infer<typeof callSchema>

export const answerSchema = z.strictObject({ extension: z.string().optional() })

export const hangUpSchema = z.strictObject({ by: z.enum(['caller', 'agent']).default('caller') })

export const messageSchema = z.strictObject({ from: number, to: number, body: z.string().min(1) })

export const eventSchema = z.strictObject({ name: z.enum(eventNames) })

export const userSchema = z.strictObject({ devices_registered: z.boolean() })

export const clockSchema = z.strictObject({ advance_ms: durationMs })

export const officeSchema = z.strictObject({
  is_running: z.boolean(),
  /** How many times as busy as usual. */
  pace: z.number().positive().max(100).default(1)
})
