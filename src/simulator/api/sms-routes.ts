import { Hono } from 'hono'
import { z } from 'zod'
import type { Directory } from '../pbx/directory.ts'
import type { TextMessages } from '../pbx/text-messages.ts'
import { allow } from './allow.ts'
import type { ApiEnvironment } from './api-environment.ts'
import { type Envelope, keyDetails } from './envelope.ts'
import { readBody } from './request-body.ts'

interface Dependencies {
  readonly directory: Directory
  readonly messages: TextMessages
  readonly envelope: Envelope
}

const longestMessage = 160

const smsSchema = z.object({
  from: z.string(),
  to: z.string().regex(/^\+?\d{3,15}$/, 'not a phone number'),
  message: z
    .string()
    .min(1, 'must not be empty')
    .refine(
      (text) => Array.from(text).length <= longestMessage,
      `must not exceed ${longestMessage} characters`
    )
})

/** "SMS Services" of the API's document; a user key may text from its own numbers only. */
export function smsRoutes({ directory, messages, envelope }: Dependencies): Hono<ApiEnvironment> {
  return new Hono<ApiEnvironment>().post('/send', allow(envelope, 'developer', 'user'), async (c) => {
    const body = await readBody(c, smsSchema)
    if (!body.ok) return envelope.refuse(c, 400, body.problem)
    const { from, to, message } = body.value
    const line = directory.line(from)
    if (line === undefined) return envelope.refuse(c, 400, `from: ${from} is not a number of this account`)
    const caller = c.var.caller
    if (caller.kind === 'user' && !directory.linesOf(caller.user).includes(line)) {
      const problem = 'A user API key may only send from its own numbers'
      return envelope.refuse(c, 403, problem, keyDetails(caller.key))
    }
    if (!line.isSmsEnabled) return envelope.refuse(c, 400, `from: ${from} is not enabled for SMS`)
    const sent = messages.send({ from, to, body: message })
    return envelope.ok(c, 'SMS queued successfully', {
      message_id: sent.id,
      status: sent.status,
      from,
      to,
      timestamp: envelope.timestamp()
    })
  })
}
