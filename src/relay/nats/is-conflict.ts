import { JetStreamApiError } from '@nats-io/jetstream'
import { writeConflicts } from '../../main/core/team/index.ts'

/** Whether something was not written since another had been faster. */
export const isConflict = (error: unknown): boolean =>
  error instanceof JetStreamApiError && writeConflicts.includes(error.code)
