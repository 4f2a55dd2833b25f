import { Hono } from 'hono'
import { type Directory, displayName } from '../pbx/directory.ts'
import type { Queue, User } from '../pbx/office-plan.ts'
import type { Switchboard } from '../pbx/switchboard.ts'
import { allow } from './allow.ts'
import type { ApiEnvironment } from './api-environment.ts'
import type { Envelope } from './envelope.ts'
import { basicQueue, queueNamed } from './queue-routes.ts'

interface Dependencies {
  readonly directory: Directory
  readonly switchboard: Switchboard
  readonly envelope: Envelope
}

/** "User Management Endpoints" and "Queue Availability" of the API's document. */
export function availabilityRoutes({ directory, switchboard, envelope }: Dependencies): Hono<ApiEnvironment> {
  const mayRead = allow(envelope, 'developer', 'none')

  const onlineState = (user: User) => ({
    presence_id: user.extension,
    callerID: displayName(user),
    first_name: user.firstName,
    last_name: user.lastName,
    devices_registered: directory.isRegistered(user.extension)
  })
  const fullState = (user: User) => ({
    pk: user.pk,
    ...onlineState(user),
    channels: switchboard.channelsOf(user.extension)
  })

  const queueCounts = (queue: Queue) => {
    const online = queue.memberExtensions.filter((extension) => directory.isRegistered(extension))
    const onCall = online.filter((extension) => switchboard.isBusy(extension)).length
    return {
      ...basicQueue(queue),
      is_ready: online.length > onCall,
      agents_online: online.length,
      agents_available: online.length - onCall,
      agents_on_call: onCall,
      active_calls: switchboard.activeCalls().filter((call) => call.queue?.pk === queue.pk).length
    }
  }

  return new Hono<ApiEnvironment>()
    .get('/', mayRead, (c) =>
      envelope.ok(
        c,
        'User availability data',
        directory.users.map(c.var.caller.kind === 'developer' ? fullState : onlineState)
      )
    )
    .get('/queues', mayRead, (c) =>
      envelope.ok(c, 'Queue availability data', directory.queues.map(queueCounts))
    )
    .get('/queues/:id', mayRead, (c) => {
      const queue = queueNamed(directory, c.req.param('id'))
      if (queue === undefined) return envelope.refuse(c, 404, 'Queue not found')
      const counts = queueCounts(queue)
      const isDeveloper = c.var.caller.kind === 'developer'
      const result = isDeveloper ? { ...counts, agents: directory.members(queue).map(fullState) } : counts
      return envelope.ok(c, 'Queue availability data', result)
    })
}
