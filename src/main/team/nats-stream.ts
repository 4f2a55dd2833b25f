import { type JetStreamManager, type JsMsg, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { createInbox, type Msg, type MsgHdrs, type NatsConnection, nanos } from '@nats-io/nats-core'
import type { StreamMessage } from '../core/ports.ts'
import type { LiveStream } from '../core/team/index.ts'

const answerWithinMs = 5_000
const pullForMs = 5_000
const firstPull = 10
const mostPerPull = 200
/** By the size of those before: of much more at once the server would take us for too slow. */
const bytesPerPull = 256 * 1024
/** A consumer that nobody asked for so long is deleted by the server. */
const unusedForMs = 20_000

/** Below the first part of a stream's subjects; null where it begins otherwise. */
const below = (start: string, subject: string): string | null =>
  subject.startsWith(`${start}.`) ? subject.slice(start.length + 1) : null

const isDeletion = (headers: MsgHdrs | undefined): boolean =>
  ['DEL', 'PURGE'].includes(headers?.last('KV-Operation') ?? '')

/**
 * A live copy; null where it is not the stream's own. Whoever stores a message may give it the same headers, but the server's come last;
 * and whoever lets a stream deliver to a subject of others cannot change the subject that it says.
 */
export function readLiveCopy(stream: LiveStream, message: Msg): StreamMessage | null {
  const { headers, data } = message
  const subject = below(stream.live, message.subject)
  if (subject === null || headers === undefined) return null
  if (headers.last('Nats-Stream') !== stream.name) return null
  if (headers.last('Nats-Subject') !== `${stream.stored}.${subject}`) return null
  const [seq, previousSeq] = ['Nats-Sequence', 'Nats-Last-Sequence'].map((name) => Number(headers.last(name)))
  if (!isNumber(seq, 1) || !isNumber(previousSeq, 0)) return null
  return { subject, seq, previousSeq, data, isDeleted: isDeletion(headers) }
}

const isNumber = (value: number | undefined, least: number): value is number =>
  Number.isSafeInteger(value) && value !== undefined && value >= least

/** What is stored from a number on and fits a filter, by a consumer that lives no longer than that takes. */
export async function* readStream(
  connection: NatsConnection,
  stream: LiveStream,
  filter: string,
  fromSeq: number
): AsyncGenerator<StreamMessage> {
  const manager = await jetstreamManager(connection, { checkAPI: false, timeout: answerWithinMs })
  const info = await manager.consumers.add(stream.name, {
    name: randomName(),
    filter_subject: `${stream.stored}.${filter}`,
    deliver_policy: 'by_start_sequence',
    opt_start_seq: fromSeq,
    ack_policy: 'none',
    mem_storage: true,
    num_replicas: 1,
    inactive_threshold: nanos(unusedForMs)
  })
  const consumer = jetstream(connection).consumers.getConsumerFromInfo(info)
  try {
    let size = firstPull
    for (let left = info.num_pending; left > 0; ) {
      let [received, bytes] = [0, 0]
      for await (const message of await consumer.fetch({
        max_messages: Math.min(left, size),
        expires: pullForMs
      })) {
        received += 1
        bytes += message.data.length
        left = message.info.pending
        yield readStored(stream, message)
      }
      if (received === 0) throw new Error('The stream broke off.')
      size = Math.max(1, Math.min(mostPerPull, Math.floor((bytesPerPull * received) / Math.max(1, bytes))))
    }
  } finally {
    void forget(manager, stream.name, info.name)
  }
}

function readStored(stream: LiveStream, { subject, seq, data, headers }: JsMsg): StreamMessage {
  const isDeleted = isDeletion(headers)
  return { subject: below(stream.stored, subject) ?? subject, seq, previousSeq: null, data, isDeleted }
}

/** Not to be guessed: whoever knows it could read by it. */
const randomName = (): string => createInbox().replaceAll('.', '-')

async function forget(manager: JetStreamManager, stream: string, name: string): Promise<void> {
  try {
    await manager.consumers.delete(stream, name)
  } catch {
    // Without a connection; the server deletes it by itself.
  }
}

/** The number of the newest stored message that fits; 0 where there is none. */
export async function lastOf(
  connection: NatsConnection,
  { name, stored }: LiveStream,
  filter: string
): Promise<number> {
  const newest = await getNewest(connection, name, `${stored}.${filter}`)
  return newest?.seq ?? 0
}

export interface NewestMessage {
  readonly seq: number
  readonly data: Uint8Array
  readonly isDeleted: boolean
}

/** The newest stored message of subjects that fit; null where there is none. */
export async function getNewest(
  connection: NatsConnection,
  stream: string,
  subjects: string
): Promise<NewestMessage | null> {
  const { headers, data } = await connection.request(`$JS.API.DIRECT.GET.${stream}.${subjects}`, undefined, {
    timeout: answerWithinMs
  })
  const seq = Number(headers?.last('Nats-Sequence'))
  if (isNumber(seq, 1)) return { seq, data, isDeleted: isDeletion(headers) }
  if (headers?.code === 404) return null
  throw new Error(`The stream's newest message could not be read: ${headers?.description ?? 'no sequence'}`)
}
