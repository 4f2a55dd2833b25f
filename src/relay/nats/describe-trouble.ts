import { JetStreamApiError, JetStreamError } from '@nats-io/jetstream'
import { errors } from '@nats-io/transport-node'
import { oneLine } from '../../main/core/one-line.ts'

/** Why something with NATS did not work, as one line for whoever runs the relay. */
export function describeTrouble(error: unknown): string {
  const causes = causesOf(error)
  const refused = causes.find((cause) => cause instanceof errors.PermissionViolationError)
  if (refused) return `The relay's credentials do not allow it to ${refused.operation} ${refused.subject}.`
  if (causes.some((cause) => cause instanceof errors.UserAuthenticationExpiredError))
    return 'The credentials of the relay have expired.'
  if (causes.some((cause) => cause instanceof errors.AuthorizationError))
    return 'NATS does not take the credentials of the relay.'
  if (causes.some(isWithoutJetStream))
    return 'NATS has no JetStream for this account: the server needs `jetstream {…}`, and the account limits that allow it.'
  if (causes.some((cause) => cause instanceof errors.TimeoutError)) return 'NATS did not answer in time.'
  return oneLine(causes.map(({ message }) => message).find((message) => message !== '') ?? String(error))
}

// 10039: "JetStream not enabled for account"; 10076: "JetStream not enabled".
const isWithoutJetStream = (cause: Error): boolean =>
  cause.name === 'JetStreamNotEnabled' ||
  cause instanceof errors.NoRespondersError ||
  (cause instanceof JetStreamApiError && [10_039, 10_076].includes(cause.code)) ||
  (cause instanceof JetStreamError && /not enabled/.test(cause.message))

function causesOf(error: unknown): readonly Error[] {
  const causes: Error[] = []
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause) causes.push(cause)
  return causes
}
