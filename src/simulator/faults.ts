import { z } from 'zod'
import { eventNames } from '../shared/domain/event-name.ts'

/**
 * What goes wrong on purpose. Of the API faults, `api_status`, `api_error_200` and `api_html` answer in place of the
 * request's own work; the others spoil the answer to a request that was carried out.
 */
export const faultsSchema = z.strictObject({
  /** Each event is sent twice. */
  duplicate: z.boolean().default(false),
  /** Neighbouring events change places. */
  reorder: z.boolean().default(false),
  /** Each event is sent this much later. */
  delay_ms: z.int().min(0).default(0),
  /** A probability, or the events that are never sent. */
  drop: z.union([z.number().min(0).max(1), z.array(z.enum(eventNames))]).default(0),
  /** No SMS_SENT, no SMS_DELIVERED. */
  lose_receipts: z.boolean().default(false),
  field_names: z.enum(['documented', 'alternative']).default('documented'),
  /** Whether webhooks name an outbound call as POST /call/outbound did. */
  outbound_call_ids: z.enum(['same', 'different']).default('same'),
  /** The API faults apply to paths below the account that start so: "/call", "/availability/queues". */
  path_prefix: z.string().startsWith('/').default('/'),
  api_latency_ms: z.int().min(0).default(0),
  api_status: z.literal([400, 401, 403, 404, 429, 500, 503]).optional(),
  api_error_200: z.boolean().default(false),
  api_html: z.boolean().default(false),
  api_truncated_json: z.boolean().default(false),
  api_wrong_types: z.boolean().default(false),
  /** The connection is cut instead of an answer. */
  api_reset: z.boolean().default(false)
})

export type Faults = Readonly<z.infer<typeof faultsSchema>>

/** The faults that are set now; without any, all goes well. */
export class FaultBoard {
  #current: Faults = faultsSchema.parse({})

  current(): Faults {
    return this.#current
  }

  set(faults: Faults): void {
    this.#current = faults
  }

  clear(): void {
    this.#current = faultsSchema.parse({})
  }
}
