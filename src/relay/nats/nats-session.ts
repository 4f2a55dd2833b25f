import { setTimeout as delay } from 'node:timers/promises'
import { type ConnectionOptions, connect, type NatsConnection } from '@nats-io/transport-node'
import { createLiveValue, type LiveValue } from '../../main/core/live-value.ts'
import type { Log } from '../../main/core/ports.ts'
import { describeTrouble } from './describe-trouble.ts'

/** A connection to NATS that is made again for as long as it is wanted, and what was prepared on it. */
export interface NatsSession<T> {
  /** Null while there is no connection, or it cannot be prepared. */
  readonly current: Pick<LiveValue<T | null>, 'get' | 'watch'>
  /** Why there is none, as one line; null while there is one, and before it was tried. */
  trouble(): string | null
  /** Lets what is under way finish within `graceMs`. */
  stop(graceMs: number): Promise<void>
}

interface Options<T> {
  readonly connection: ConnectionOptions
  /** Asked for after each (re)connection and every `checkMs`: what lies in a server's memory goes with it. */
  readonly prepare: (connection: NatsConnection) => Promise<T>
  readonly log: Log
}

const connectTimeoutMs = 5_000
const retryMs = 1_000
const checkMs = 15_000
/** A server that has not answered two of these by the third is left for another: until then nothing is stored. */
const pingEveryMs = 3_000

export function startNatsSession<T>({ connection: options, prepare, log }: Options<T>): NatsSession<T> {
  const current = createLiveValue<T | null>(null)
  const stopping = new AbortController()
  let trouble: string | null = null
  let open: NatsConnection | null = null

  function lose(reason: string): void {
    current.set(null)
    // The same reason again is no news.
    if (reason !== trouble && !stopping.signal.aborted) log.warn('NATS cannot be used', { reason })
    trouble = reason
  }

  function gain(prepared: T, connection: NatsConnection): void {
    if (current.get() === null) log.info('NATS can be used', { server: connection.getServer() })
    trouble = null
    current.set(prepared)
  }

  const pause = (ms: number, ...others: readonly AbortSignal[]): Promise<void> =>
    delay(ms, undefined, { signal: AbortSignal.any([stopping.signal, ...others]) }).catch(() => {})

  async function connectOnce(): Promise<void> {
    try {
      open = await connect({
        ...options,
        maxReconnectAttempts: -1,
        reconnectTimeWait: retryMs,
        timeout: connectTimeoutMs,
        pingInterval: pingEveryMs,
        maxPingOut: 2
      })
    } catch (error) {
      lose(describeTrouble(error))
      return pause(retryMs)
    }
    const connection = open
    if (stopping.signal.aborted) return connection.close()
    const closed = new AbortController()
    void follow(connection, closed.signal)
    const error = await connection.closed()
    closed.abort()
    open = null
    if (!stopping.signal.aborted) lose(error ? describeTrouble(error) : 'The connection was closed.')
    await pause(retryMs)
  }

  /** Keeps a connection prepared until it is closed. */
  async function follow(connection: NatsConnection, closed: AbortSignal): Promise<void> {
    let isConnected = true
    let wake = new AbortController()
    void (async () => {
      for await (const { type } of connection.status()) {
        if (type === 'disconnect') {
          isConnected = false
          lose('The connection is lost.')
        } else if (type === 'reconnect') isConnected = true
        else continue
        wake.abort()
      }
    })()
    while (!closed.aborted && !stopping.signal.aborted) {
      wake = new AbortController()
      if (isConnected) await prepareOnce(connection, () => isConnected)
      await pause(current.get() === null ? retryMs : checkMs, closed, wake.signal)
    }
  }

  async function prepareOnce(connection: NatsConnection, isConnected: () => boolean): Promise<void> {
    try {
      const prepared = await prepare(connection)
      if (isConnected() && !connection.isClosed()) gain(prepared, connection)
    } catch (error) {
      lose(describeTrouble(error))
    }
  }

  const done = (async () => {
    while (!stopping.signal.aborted) await connectOnce()
  })()
  return {
    current,
    trouble: () => trouble,
    async stop(graceMs) {
      stopping.abort()
      current.set(null)
      const connection = open
      if (connection !== null) {
        const overdue = delay(graceMs, undefined, { ref: false })
        await Promise.race([connection.drain().catch(() => {}), overdue])
        await connection.close()
      }
      await done
    }
  }
}
