import { jetstream } from '@nats-io/jetstream'
import { type KV, Kvm } from '@nats-io/kv'
import type { NatsConnection } from '@nats-io/nats-core'
import { leaderBucket } from '../nats/buckets.ts'
import { isConflict } from '../nats/is-conflict.ts'
import type { LeaseStore } from './lease.ts'

const key = 'leader'
/** Whoever waits longer for an answer would be late to renew. */
const timeoutMs = 2_000

/** The lease as a key of `leaderBucket`. */
export async function openLeaseBucket(connection: NatsConnection): Promise<LeaseStore> {
  const kv = await new Kvm(jetstream(connection, { timeout: timeoutMs })).open(leaderBucket)
  return {
    async take(holder) {
      const created = await unlessConflict(kv.create(key, holder))
      return created ?? (await takeBack(kv, holder))
    },
    renew: (holder, revision) => unlessConflict(kv.update(key, holder, revision)),
    release: (revision) => kv.delete(key, { previousSeq: revision }),
    onReleased(listener) {
      const subscription = connection.subscribe(`$KV.${leaderBucket}.${key}`, {
        callback(error, message) {
          if (error === null && message.headers?.get('KV-Operation') === 'DEL') listener()
        }
      })
      return () => subscription.unsubscribe()
    }
  }
}

/** One's own writing may have arrived although its answer did not. */
async function takeBack(kv: KV, holder: string): Promise<number | null> {
  const kept = await kv.get(key)
  return kept?.string() === holder ? await unlessConflict(kv.update(key, holder, kept.revision)) : null
}

async function unlessConflict(writing: Promise<number>): Promise<number | null> {
  try {
    return await writing
  } catch (error) {
    if (isConflict(error)) return null
    throw error
  }
}
