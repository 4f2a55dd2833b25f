import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { SimulatorClock } from '../clock.ts'
import type { FaultBoard } from '../faults.ts'
import type { Directory } from '../pbx/directory.ts'
import type { Switchboard } from '../pbx/switchboard.ts'
import type { TextMessages } from '../pbx/text-messages.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { availabilityRoutes } from './availability-routes.ts'
import { callRoutes } from './call-routes.ts'
import type { Caller, KeyRing } from './caller.ts'
import { type Envelope, keyDetails } from './envelope.ts'
import { faultMiddleware } from './fault-middleware.ts'
import { queueRoutes } from './queue-routes.ts'
import { RateLimiter, type RateLimits } from './rate-limit.ts'
import type { RequestLog } from './request-log.ts'
import { smsRoutes } from './sms-routes.ts'
import { userRoutes } from './user-routes.ts'

const largestBodyBytes = 64 * 1024

interface Dependencies {
  readonly accountId: number
  readonly clock: SimulatorClock
  readonly directory: Directory
  readonly switchboard: Switchboard
  readonly messages: TextMessages
  readonly faults: FaultBoard
  readonly keys: KeyRing
  readonly envelope: Envelope
  readonly requestLog: RequestLog
  readonly rateLimits: RateLimits
}

/** The API of one account, below `/v3/voice/{accountId}`. */
export function apiApp(dependencies: Dependencies): Hono<ApiEnvironment> {
  const { accountId, clock, faults, keys, envelope, requestLog, rateLimits } = dependencies
  const limiter = new RateLimiter()

  const identify = createMiddleware<ApiEnvironment>(async (c, next) => {
    c.set('caller', keys.identify(c.req.header('X-API-Key')))
    await next()
  })

  const limitRate = createMiddleware<ApiEnvironment>(async (c, next) => {
    const { subject, limit } = rateLimitOf(c.var.caller, c.env.incoming.socket.remoteAddress, rateLimits)
    const verdict = limiter.count(subject, limit, clock.nowMs())
    c.header('X-RateLimit-Limit', String(verdict.limit))
    c.header('X-RateLimit-Remaining', String(verdict.remaining))
    if (verdict.retryAfterSeconds === undefined) return next()
    c.header('Retry-After', String(verdict.retryAfterSeconds))
    return envelope.refuse(c, 429, 'Too many requests - rate limit exceeded')
  })

  const admit = createMiddleware<ApiEnvironment>(async (c, next) => {
    const caller = c.var.caller
    if (caller.kind === 'unknown') {
      return envelope.refuse(c, 403, 'Invalid API key provided', keyDetails(caller.key))
    }
    if (c.req.param('accountId') !== String(accountId)) return envelope.refuse(c, 404, 'Account not found')
    return next()
  })

  const limitBody = bodyLimit({
    maxSize: largestBodyBytes,
    onError: (c) => envelope.refuse(c, 400, 'The request body is larger than 64 KiB')
  })

  // Read once and within the limit, for the log too.
  const keepBody = createMiddleware<ApiEnvironment>(async (c, next) => {
    c.set('body', await c.req.text())
    await next()
  })

  return new Hono<ApiEnvironment>()
    .use('/v3/voice/:accountId/*', identify, requestLog.middleware(clock), limitRate, limitBody, keepBody)
    .use('/v3/voice/:accountId/*', faultMiddleware({ faults, clock, envelope }), admit)
    .route('/v3/voice/:accountId/availability', availabilityRoutes(dependencies))
    .route('/v3/voice/:accountId/queues', queueRoutes(dependencies))
    .route('/v3/voice/:accountId/call', callRoutes(dependencies))
    .route('/v3/voice/:accountId/sms', smsRoutes(dependencies))
    .route('/v3/voice/:accountId/user', userRoutes(dependencies))
}

/** A key that does not exist buys no better limit than none. */
function rateLimitOf(caller: Caller, address = '', { keyed, publicPerAddress }: RateLimits) {
  return caller.kind === 'developer' || caller.kind === 'user'
    ? { subject: `key ${caller.key}`, limit: keyed }
    : { subject: `address ${address}`, limit: publicPerAddress }
}
