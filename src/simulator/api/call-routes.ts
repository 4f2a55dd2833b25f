import { Hono } from 'hono'
import { z } from 'zod'
import type { FaultBoard } from '../faults.ts'
import type { Directory } from '../pbx/directory.ts'
import type { Switchboard } from '../pbx/switchboard.ts'
import { allow } from './allow.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { type Envelope, keyDetails } from './envelope.ts'
import { readBody } from './request-body.ts'

interface Dependencies {
  readonly directory: Directory
  readonly switchboard: Switchboard
  readonly faults: FaultBoard
  readonly envelope: Envelope
}

const outboundCallSchema = z.object({
  from: z.string(),
  to: z.string().regex(/^\+?[\d*#]{2,20}$/, 'not a phone number or an extension'),
  caller_id: z.string().optional(),
  recording: z.boolean().default(false)
})

/** "Call Management" of the API's document; a user key may call from its own extension only. */
export function callRoutes({ directory, switchboard, faults, envelope }: Dependencies): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>().post('/outbound', allow(envelope, 'developer', 'user'), async (c) => {
    const body = await readBody(c, outboundCallSchema)
    if (!body.ok) return envelope.refuse(c, 400, body.problem)
    const { from, to, caller_id } = body.value
    const user = directory.user(from)
    if (user === undefined) return envelope.refuse(c, 400, `from: there is no extension ${from}`)
    if (from === to) return envelope.refuse(c, 400, 'to: an extension cannot call itself')
    const line = caller_id === undefined ? undefined : directory.line(caller_id)
    if (caller_id !== undefined && line === undefined) {
      return envelope.refuse(c, 400, `caller_id: ${caller_id} is not a number of this account`)
    }
    const caller = c.var.caller
    if (caller.kind === 'user') {
      const isOwnLine = line === undefined || directory.linesOf(caller.user).includes(line)
      if (user !== caller.user || !isOwnLine) {
        const message = 'A user API key may only call from its own extension and numbers'
        return envelope.refuse(c, 403, message, keyDetails(caller.key))
      }
    }
    const hasOwnEventId = faults.current().outbound_call_ids === 'different'
    const call = switchboard.clickToCall({ user, to, hasOwnEventId })
    return envelope.ok(c, 'Call initiated successfully', {
      call_id: call.id,
      status: 'initiating',
      from,
      to,
      timestamp: envelope.timestamp()
    })
  })
}
