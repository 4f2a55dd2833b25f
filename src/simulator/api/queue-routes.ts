import { Hono } from 'hono'
import { type Directory, displayName } from '../pbx/directory.ts'
import type { Queue, User } from '../pbx/office-plan.ts'
import { allow } from './allow.ts'
import type { ApiEnvironment } from './api-environment.ts'
import type { Envelope } from './envelope.ts'

interface Dependencies {
  readonly directory: Directory
  readonly envelope: Envelope
}

/** "Queue Operations" of the API's document; without a key only what a queue is called. */
export function queueRoutes({ directory, envelope }: Dependencies): Hono<ApiEnvironment> {
  const mayRead = allow(envelope, 'developer', 'none')

  return new Hono<ApiEnvironment>()
    .get('/', mayRead, (c) => {
      const view = c.var.caller.kind === 'developer' ? configuredQueue : basicQueue
      return envelope.ok(c, 'List of queues', directory.queues.map(view))
    })
    .get('/:id', mayRead, (c) => {
      const queue = queueNamed(directory, c.req.param('id'))
      if (queue === undefined) return envelope.refuse(c, 404, 'Queue not found')
      const result =
        c.var.caller.kind === 'developer'
          ? { ...configuredQueue(queue), users: directory.members(queue).map(assignedUser) }
          : basicQueue(queue)
      return envelope.ok(c, 'Queue details', result)
    })
}

/** By pk, as in the path; `name` is the same digits. */
export function queueNamed(directory: Directory, id: string): Queue | undefined {
  return /^\d+$/.test(id) ? directory.queue(Number(id)) : undefined
}

/** "Queue basic information", which is public. */
export function basicQueue(queue: Queue) {
  return { pk: queue.pk, name: String(queue.pk), queue_name: queue.queueName, extension: queue.extension }
}

function configuredQueue(queue: Queue) {
  return {
    ...basicQueue(queue),
    strategy: queue.strategy,
    musiconhold: 'default',
    timeout: queue.timeoutSeconds,
    retry: queue.retrySeconds,
    wrapuptime: queue.wrapUpSeconds,
    maxlen: 0,
    joinempty: 'yes',
    leavewhenempty: 'no',
    ringinuse: 'no'
  }
}

function assignedUser(user: User) {
  return {
    pk: user.pk,
    presence_id: user.extension,
    callerID: displayName(user),
    first_name: user.firstName,
    last_name: user.lastName
  }
}
