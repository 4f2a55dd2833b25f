import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { z } from 'zod'
import { eventNames } from '../../shared/domain/event-name.ts'
import { readBody } from '../api/request-body.ts'
import type { RequestLog } from '../api/request-log.ts'
import type { BoundedLog } from '../bounded-log.ts'
import type { ManualClock } from '../clock.ts'
import { type FaultBoard, faultsSchema } from '../faults.ts'
import type { LivelyOffice } from '../lively-office.ts'
import type { Directory } from '../pbx/directory.ts'
import type { PbxEvent } from '../pbx/event.ts'
import type { CallCommandProblem, Switchboard } from '../pbx/switchboard.ts'
import type { TextMessages } from '../pbx/text-messages.ts'
import type { WebhookRegistry } from '../webhooks/registry.ts'
import type { WebhookSender } from '../webhooks/webhook-sender.ts'
import { makeHappen } from './make-happen.ts'
import { placeCall } from './place-call.ts'
import {
  answerSchema,
  callSchema,
  clockSchema,
  eventSchema,
  hangUpSchema,
  messageSchema,
  officeSchema,
  userSchema,
  webhookSchema
} from './schemas.ts'
import { stateOf } from './state.ts'

const largestBodyBytes = 64 * 1024

const problems: Readonly<Record<CallCommandProblem, [body: { error: string }, status: 404 | 409]>> = {
  no_such_call: [{ error: 'There is no such call' }, 404],
  already_ended: [{ error: 'The call has ended' }, 409],
  not_ringing: [{ error: 'The call is not ringing' }, 409],
  nobody_can_answer: [{ error: 'Nobody can answer: the phone is busy or not registered' }, 409]
}

interface Dependencies {
  readonly accountId: number
  readonly directory: Directory
  readonly switchboard: Switchboard
  readonly messages: TextMessages
  readonly faults: FaultBoard
  readonly registry: WebhookRegistry
  readonly sender: WebhookSender
  readonly events: BoundedLog<PbxEvent>
  readonly requestLog: RequestLog
  readonly office: LivelyOffice
  /** Missing when the simulator runs on the machine's time. */
  readonly manualClock: ManualClock | undefined
  readonly reset: () => void
}

/** The simulator's own routes, below `/_simulator`: what a test or a demo lets happen, and what it may see. */
export function controlApp(dependencies: Dependencies): Hono {
  const { directory, switchboard, messages, faults, registry, sender, office } = dependencies

  // A page in a browser can post a form or plain text to this port unasked, but not JSON.
  const requireJson = createMiddleware(async (c, next) => {
    const contentType = c.req.header('content-type')
    if (contentType === undefined || /^application\/json\b/.test(contentType)) return next()
    return c.json({ error: 'The body must be application/json' }, 415)
  })
  const limitBody = bodyLimit({
    maxSize: largestBodyBytes,
    onError: (c) => c.json({ error: 'The request body is larger than 64 KiB' }, 413)
  })

  return new Hono()
    .use(requireJson, limitBody)
    .get('/state', (c) => c.json(stateOf(dependencies)))
    .get('/events', (c) =>
      c.json(
        dependencies.events
          .all()
          .map(({ name, atMs, metadata }) => ({ event_name: name, at_ms: atMs, metadata }))
      )
    )
    .post('/events', parsedBody(eventSchema), (c) =>
      makeHappen(c.var.body.name, { directory, switchboard, messages })
        ? c.body(null, 202)
        : c.json({ error: 'Nobody in this office can let that happen now' }, 409)
    )
    .get('/requests', (c) => c.json(dependencies.requestLog.seen()))
    .get('/deliveries', (c) => c.json(sender.deliveries()))
    .post('/webhooks', parsedBody(webhookSchema), (c) => {
      const { url, event_type, method, retries, encoding = method === 'GET' ? 'flat' : 'json' } = c.var.body
      const wanted = event_type === 'all' ? eventNames : [event_type]
      const added = wanted.map((eventName) => registry.add({ url, eventName, method, retries, encoding }))
      return c.json({ ids: added.map((webhook) => webhook.id) }, 201)
    })
    .delete('/webhooks', (c) => {
      registry.clear()
      return c.body(null, 204)
    })
    .post('/calls', parsedBody(callSchema), (c) => {
      const placed = placeCall(c.var.body, directory, switchboard)
      return 'call' in placed
        ? c.json({ call_id: placed.call.id }, 201)
        : c.json({ error: placed.problem }, 400)
    })
    .post('/calls/:id/answer', parsedBody(answerSchema), (c) => {
      const problem = switchboard.answer(c.req.param('id'), c.var.body.extension)
      return problem === undefined ? c.body(null, 204) : c.json(...problems[problem])
    })
    .post('/calls/:id/hang-up', parsedBody(hangUpSchema), (c) => {
      const problem = switchboard.hangUp(c.req.param('id'), c.var.body.by)
      return problem === undefined ? c.body(null, 204) : c.json(...problems[problem])
    })
    .post('/messages', parsedBody(messageSchema), (c) => {
      const { to } = c.var.body
      if (directory.line(to)?.isSmsEnabled !== true) {
        return c.json({ error: `to: ${to} is not a number of this account that takes SMS` }, 400)
      }
      return c.json({ message_id: messages.receive(c.var.body).id }, 201)
    })
    .put('/users/:extension', parsedBody(userSchema), (c) => {
      const extension = c.req.param('extension')
      if (directory.user(extension) === undefined) return c.json({ error: 'There is no such extension' }, 404)
      directory.setRegistered(extension, c.var.body.devices_registered)
      return c.body(null, 204)
    })
    .get('/faults', (c) => c.json(faults.current()))
    .put('/faults', parsedBody(faultsSchema), (c) => {
      faults.set(c.var.body)
      return c.json(faults.current())
    })
    .delete('/faults', (c) => {
      faults.clear()
      return c.body(null, 204)
    })
    .post('/clock', parsedBody(clockSchema), async (c) => {
      const clock = dependencies.manualClock
      if (clock === undefined) {
        return c.json(
          { error: "The simulator runs on the machine's time: start it with --manual-clock" },
          409
        )
      }
      clock.advance(c.var.body.advance_ms)
      await sender.settled()
      return c.json({ now_ms: clock.nowMs() })
    })
    .post('/office', parsedBody(officeSchema), (c) => {
      const { is_running, pace } = c.var.body
      if (is_running) office.open(pace)
      else office.close()
      return c.json({ is_running, pace })
    })
    .post('/reset', (c) => {
      dependencies.reset()
      return c.body(null, 204)
    })
}

function parsedBody<Body>(schema: z.ZodType<Body>) {
  return createMiddleware<{ Variables: { body: Body } }>(async (c, next) => {
    const body = await readBody(c, schema)
    if (!body.ok) return c.json({ error: body.problem }, 400)
    c.set('body', body.value)
    return next()
  })
}
