import { errors, type NatsConnection } from '@nats-io/transport-node'
import type { Invitation } from '../../../src/main/core/team/index.ts'
import type { NatsServer } from '../team/nats-server.ts'
import { connectAs } from './set-of-keys.ts'

/** Somebody with an invitation who tries what they may and what they may not. */
export interface Agent {
  readonly connection: NatsConnection
  readonly inbox: string
  /** Whether the server lets them publish to or subscribe to a subject. */
  mayPublish(subject: string): Promise<boolean>
  maySubscribe(subject: string): Promise<boolean>
  /** What JetStream answers to a request, or why there was no answer. */
  request(subject: string, body?: unknown): Promise<Readonly<Record<string, unknown>>>
  close(): Promise<void>
}

const patienceMs = 1_000

export async function openAgent(invitation: Invitation, server: NatsServer): Promise<Agent> {
  const connection = await connectAs(invitation, server)
  const refused: string[] = []
  void (async () => {
    for await (const status of connection.status()) {
      if (status.type !== 'error' || !(status.error instanceof errors.PermissionViolationError)) continue
      refused.push(`${status.error.operation} ${status.error.subject}`)
    }
  })()

  /** The server says what it refuses before it answers the ping that comes after. */
  async function isAllowed(operation: 'publish' | 'subscription', subject: string): Promise<boolean> {
    await connection.flush()
    await new Promise((resolve) => setImmediate(resolve))
    return !refused.splice(0).includes(`${operation} ${subject}`)
  }

  return {
    connection,
    inbox: invitation.inbox,
    mayPublish(subject) {
      connection.publish(subject, '')
      return isAllowed('publish', subject)
    },
    async maySubscribe(subject) {
      const subscription = connection.subscribe(subject, { callback: () => {} })
      const allowed = await isAllowed('subscription', subject)
      subscription.unsubscribe()
      return allowed
    },
    async request(subject, body = '') {
      try {
        const text = typeof body === 'string' ? body : JSON.stringify(body)
        const answer = await connection.request(subject, text, { timeout: patienceMs })
        const headers = Object.fromEntries(
          [...(answer.headers ?? [])].map(([name, [value]]) => [name, value])
        )
        const isJson = answer.string().startsWith('{')
        return { ...headers, ...(isJson ? answer.json<object>() : { text: answer.string() }) }
      } catch (error) {
        refused.length = 0
        return { failed: error instanceof Error ? error.message : String(error) }
      }
    },
    close: () => connection.close()
  }
}
