import { createMiddleware } from 'hono/factory'
import type { ApiEnvironment } from './api-environment.ts'
import type { CallerKind } from './caller.ts'
import { type Envelope, keyDetails } from './envelope.ts'

/** Lets the given kinds of caller pass: 401 for one without a key, 403 for one with the other kind of key. */
export function allow(envelope: Envelope, ...kinds: readonly CallerKind[]) {
  return createMiddleware<ApiEnvironment>(async (c, next) => {
    const caller = c.var.caller
    if (kinds.includes(caller.kind)) return next()
    if (caller.kind === 'none') return envelope.refuse(c, 401, 'API key required')
    return envelope.refuse(c, 403, 'Insufficient permissions for this API key', keyDetails(caller.key))
  })
}
