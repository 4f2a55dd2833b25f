import { JetStreamApiError } from '@nats-io/jetstream'

/** "Wrong last sequence"; the second is how newer servers say it without the number. */
const conflicts: readonly number[] = [10_071, 10_164]

/** Whether something was not written since another had been faster. */
export const isConflict = (error: unknown): boolean =>
  error instanceof JetStreamApiError && conflicts.includes(error.code)
