import type { NatsConnection } from '@nats-io/nats-core'
import type { LiveValue } from '../../main/core/live-value.ts'
import { type Leader, type LeaderOptions, startLeader } from './leader.ts'

interface Options extends Omit<LeaderOptions, 'connection'> {
  /** Null while there is none that can be used. */
  readonly session: Pick<LiveValue<{ readonly connection: NatsConnection } | null>, 'get' | 'watch'>
}

/**
 * Takes part in leading on each connection as soon as it can be used. One that breaks off and comes back stays the same: its lease ends by
 * itself meanwhile. Returns what hands over and takes no more part.
 */
export function leadWhileConnected({ session, ...options }: Options): () => Promise<void> {
  let taken: NatsConnection | null = null
  let leader: Promise<Leader | null> = Promise.resolve(null)

  function takePart(connection: NatsConnection): void {
    if (connection === taken) return
    taken = connection
    const before = leader
    leader = before
      .then((ended) => ended?.stop())
      .then(() => startLeader({ connection, ...options }))
      .catch((error: unknown) => {
        options.log.warn('This relay cannot take part in leading', { reason: String(error) })
        // The next time it is said that the connection can be used, it is tried again.
        if (taken === connection) taken = null
        return null
      })
  }

  const follow = (): void => {
    const usable = session.get()
    if (usable !== null) takePart(usable.connection)
  }
  const unwatch = session.watch(follow)
  follow()
  return async () => {
    unwatch()
    await (await leader)?.stop()
  }
}
