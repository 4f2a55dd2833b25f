import { headers, type NatsConnection } from '@nats-io/nats-core'
import { z } from 'zod'
import type { DeletedKey, KeyValue } from '../core/ports.ts'
import { writeConflicts } from '../core/team/index.ts'
import { getNewest } from './nats-stream.ts'

/**
 * A bucket by the requests that it consists of: the library's first asks for the state of the whole stream, which would tell what others have
 * there. (NATS, ADR-8)
 */
const streamOf = (bucket: string): string => `KV_${bucket}`
const subjectOf = (bucket: string, key: string): string => `$KV.${bucket}.${key}`

const answerWithinMs = 5_000
const ackSchema = z.union([
  z.object({ error: z.object({ err_code: z.number(), description: z.string().catch('') }) }),
  z.object({ seq: z.number().int() })
])

export async function getKey(
  connection: NatsConnection,
  bucket: string,
  key: string
): Promise<KeyValue | DeletedKey | null> {
  const newest = await getNewest(connection, streamOf(bucket), subjectOf(bucket, key))
  if (newest === null) return null
  const { seq: revision, data, isDeleted } = newest
  return isDeleted ? { value: null, revision } : { value: data, revision }
}

/** Writes it if it has that revision, and answers the new one; null where it has another. Null deletes it. */
export async function putKey(
  connection: NatsConnection,
  bucket: string,
  key: string,
  value: Uint8Array | null,
  revision: number
): Promise<number | null> {
  const written = await write(connection, bucket, key, value, revision)
  if (written !== null || revision !== 0) return written
  // What was deleted counts as not there, but has a revision: that of its deletion.
  const newest = await getNewest(connection, streamOf(bucket), subjectOf(bucket, key))
  return newest?.isDeleted === true ? write(connection, bucket, key, value, newest.seq) : null
}

async function write(
  connection: NatsConnection,
  bucket: string,
  key: string,
  value: Uint8Array | null,
  revision: number
): Promise<number | null> {
  const wanted = headers()
  wanted.set('Nats-Expected-Last-Subject-Sequence', String(revision))
  if (value === null) wanted.set('KV-Operation', 'DEL')
  const answer = await connection.request(subjectOf(bucket, key), value ?? new Uint8Array(), {
    timeout: answerWithinMs,
    headers: wanted
  })
  const ack = ackSchema.parse(answer.json())
  if ('seq' in ack) return ack.seq
  if (writeConflicts.includes(ack.error.err_code)) return null
  throw new Error(`The team's server did not store it: ${ack.error.description}`)
}
