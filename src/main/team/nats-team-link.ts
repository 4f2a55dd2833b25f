import { setTimeout } from 'node:timers/promises'
import { type Msg, type NatsConnection, PermissionViolationError, RequestError } from '@nats-io/nats-core'
import { z } from 'zod'
import type { Clock, Log, TeamConnection, TeamConnectionState, TeamLink } from '../core/ports.ts'
import { type Access, dial, type Timing } from './nats-dial.ts'
import { getKey, putKey } from './nats-key-value.ts'
import { lastOf, readLiveCopy, readStream } from './nats-stream.ts'
import { hasExpired, NoJetStream, type Trouble, troubleOfDial, troubleOfLoss } from './nats-trouble.ts'

const usual: Timing = { dialMs: 10_000, pingEveryMs: 20_000 }
const firstWaitMs = 1_000
const longestWaitMs = 30_000
/** Where trying again does not help before somebody does something; an administrator may. */
const stubbornWaitMs = 60_000
const stubborn: readonly Trouble['code'][] = ['certificate', 'expired', 'rejected']
/** Up for as long, it counts as having worked. */
const steadyAfterMs = 10_000
const answerWithinMs = 3_000
const longestCloseMs = 2_000

/** JetStream is off on the server, or for the account. */
const notEnabled = [10076, 10039]
const infoSchema = z.object({
  error: z.object({ err_code: z.number(), description: z.string() }).optional().catch(undefined)
})

interface Dependencies {
  readonly clock: Clock
  readonly log: Log
  readonly random?: () => number
  readonly timing?: Partial<Timing>
}

interface Watch {
  readonly subject: string
  onMessage(message: Msg): void
}

/** The team's relay by NATS. */
export const createNatsTeamLink = (dependencies: Dependencies): TeamLink => ({
  connect: (access, onState) => keepConnected(dependencies, access, onState)
})

function keepConnected(
  { clock, log, random = Math.random, timing = {} }: Dependencies,
  access: Access,
  onState: (state: TeamConnectionState) => void
): TeamConnection {
  const { credentials } = access
  const watches = new Map<Watch, () => void>()
  const closing = new AbortController()
  let current: NatsConnection | null = null
  let endWait = (): void => undefined
  let failedTries = 0

  function tell(state: TeamConnectionState): void {
    if (!closing.signal.aborted) onState(state)
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = clock.schedule(ms, resolve)
      endWait = () => {
        cancel()
        resolve()
      }
    })
  }

  function begin(watch: Watch, connection: NatsConnection): void {
    const subscription = connection.subscribe(watch.subject, {
      callback(error, message) {
        if (error === null) watch.onMessage(message)
        else
          log.warn("The team's server refuses a subject", { subject: watch.subject, reason: error.message })
      }
    })
    watches.set(watch, () => subscription.unsubscribe())
  }

  function watchAll(subjects: readonly string[], onMessage: (message: Msg) => void): () => void {
    const own = subjects.map((subject): Watch => ({ subject, onMessage }))
    for (const watch of own) {
      watches.set(watch, () => undefined)
      if (current !== null) begin(watch, current)
    }
    return () => {
      for (const watch of own) {
        watches.get(watch)?.()
        watches.delete(watch)
      }
    }
  }

  /** Tries each server once, in any order, which spreads everybody over them. */
  async function dialAny(): Promise<
    { readonly connection: NatsConnection; readonly server: string } | Trouble
  > {
    const servers = access.servers
      .map((server) => ({ server, rank: random() }))
      .toSorted((one, other) => one.rank - other.rank)
    const troubles: Trouble[] = []
    for (const { server } of servers) {
      if (closing.signal.aborted) break
      try {
        const connection = await dial(server, access, { ...usual, ...timing })
        await open(connection)
        return { connection, server }
      } catch (error) {
        troubles.push(troubleOfDial(error, credentials, clock.nowMs()))
      }
    }
    // What somebody has to do something about tells more than a server that is off.
    return (
      troubles.find(({ code }) => stubborn.includes(code)) ??
      troubles[0] ?? { code: 'unreachable', detail: '' }
    )
  }

  /** Everything is watched on the server before anybody reads what came before. */
  async function open(connection: NatsConnection): Promise<void> {
    current = connection
    try {
      for (const watch of watches.keys()) begin(watch, connection)
      await connection.flush()
      await assertJetStream(connection)
      closing.signal.throwIfAborted()
    } catch (error) {
      await leave(connection)
      throw error
    }
  }

  async function leave(connection: NatsConnection): Promise<void> {
    current = null
    await closeInTime(connection)
  }

  /** Resolves with why there is no connection, or none any more. */
  async function stayConnected(): Promise<Trouble> {
    const dialed = await dialAny()
    if ('code' in dialed) return dialed
    const { connection, server } = dialed
    const sinceMs = clock.nowMs()
    tell({ state: 'connected', server })
    const error = await endOf(connection)
    await leave(connection)
    if (clock.nowMs() - sinceMs >= steadyAfterMs) failedTries = 0
    return troubleOfLoss(error, credentials, clock.nowMs())
  }

  async function run(): Promise<void> {
    // Nobody is told before they have what they were given.
    await Promise.resolve()
    tell({ state: 'connecting' })
    while (!closing.signal.aborted) {
      const { code, detail } = await stayConnected()
      if (closing.signal.aborted) return
      log.info('There is no connection to the team', { code, detail })
      if (code === 'expired' && hasExpired(credentials, clock.nowMs()))
        return tell({ state: 'refused', code, detail })
      tell({ state: 'disconnected', code, detail })
      const longestMs = stubborn.includes(code)
        ? stubbornWaitMs
        : Math.min(firstWaitMs * 2 ** failedTries, longestWaitMs)
      failedTries += 1
      await wait(longestMs * random())
    }
  }
  const running = run()

  function connected(): NatsConnection {
    if (current === null) throw new Error('There is no connection to the team.')
    return current
  }

  return {
    watchStream: (stream, filters, onMessage) =>
      watchAll(
        filters.map((filter) => `${stream.live}.${filter}`),
        (message) => {
          const copy = readLiveCopy(stream, message)
          if (copy !== null) onMessage(copy)
        }
      ),
    async *readStream(stream, filter, fromSeq) {
      yield* readStream(connected(), stream, filter, fromSeq)
    },
    lastOf: async (stream, filter) => lastOf(connected(), stream, filter),
    watchSubject: (subject, onMessage) =>
      watchAll([subject], (message) => {
        // A consumer may deliver to any subject, whoever made it; its messages still say under which they were stored.
        if (message.subject === subject) onMessage(message.data)
      }),
    get: async (bucket, key) => getKey(connected(), bucket, key),
    put: async (bucket, key, value, revision) => putKey(connected(), bucket, key, value, revision),
    async close() {
      closing.abort()
      endWait()
      if (current === null) return
      await closeInTime(current)
      await running
    }
  }
}

/** Resolves when it has ended, with why; where the server has fallen silent, at once. */
const endOf = (connection: NatsConnection): Promise<unknown> =>
  Promise.race([connection.closed(), silenceOf(connection)])

async function silenceOf(connection: NatsConnection): Promise<Error | void> {
  let said: Error | null = null
  for await (const status of connection.status()) {
    // What the server says before it ends a connection, for which the library takes it to be as good as dead.
    if (status.type === 'error' && !(status.error instanceof PermissionViolationError)) said = status.error
    if (status.type === 'staleConnection') return said ?? new Error('It does not answer any more.')
  }
  return connection.closed()
}

/** A connection that is dead already may take its time to end. */
async function closeInTime(connection: NatsConnection): Promise<void> {
  const limit = new AbortController()
  const late = setTimeout(longestCloseMs, undefined, { signal: limit.signal }).catch(() => undefined)
  await Promise.race([connection.close(), late])
  limit.abort()
}

/** Rejects where the server says that it has none; what it does not say shows when something is read. */
async function assertJetStream(connection: NatsConnection): Promise<void> {
  try {
    const answer = await connection.request('$JS.API.INFO', undefined, { timeout: answerWithinMs })
    const { error } = infoSchema.parse(answer.json())
    if (error !== undefined && notEnabled.includes(error.err_code)) throw new NoJetStream(error.description)
  } catch (error) {
    if (error instanceof NoJetStream) throw error
    if (error instanceof RequestError && error.isNoResponders()) throw new NoJetStream('It has no JetStream.')
    if (connection.isClosed()) throw (await connection.closed()) ?? error
  }
}
