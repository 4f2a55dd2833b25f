import { eventNames } from '../../../shared/domain/event-name.ts'
import type { WebhookCoach } from '../../../shared/domain/webhook-coach.ts'
import type { WebhookSighting } from '../ports.ts'

export interface CoachFacts {
  readonly sightings: readonly WebhookSighting[]
  /** Null while nobody is signed in. */
  readonly accountId: number | null
  /** `WebhookToken.id` of the secret before the current one, however long ago it was replaced. */
  readonly currentTokenId: string
  /** When the public address became another one; null where it never did. */
  readonly addressChangedAtMs: number | null
  readonly nowMs: number
}

/** How each webhook does, from what its last events showed. */
export const coachOf = (_facts: CoachFacts): Omit<WebhookCoach, 'canSendTest'> => ({
  rows: eventNames.map((name) => ({ name, state: 'waiting', lastAtMs: null, count: 0, remarks: [] })),
  unknownNames: []
})
