import { JetStreamApiError, jetstream } from '@nats-io/jetstream'
import { Kvm } from '@nats-io/kv'
import type { NatsConnection } from '@nats-io/nats-core'
import type { KeyValue } from '../../main/core/ports.ts'
import { eventStream, type Pulse, teamBucket } from '../../main/core/team/index.ts'

const timeoutMs = 4_000
const noSuchMessage = 10_037

/** Where the leader writes what it knows of the team. Everything rejects where it is not known to have been done. */
export interface TeamBoard {
  read(key: string): Promise<KeyValue | null>
  /** Writes a key if it still has that revision, 0 for one that is not there, and gives its next. */
  write(key: string, value: Uint8Array, revision: number): Promise<number>
  /** Writes it whatever is there. */
  overwrite(key: string, value: Uint8Array): Promise<void>
  /** Tells whoever is connected. */
  tell(subject: string, data: Uint8Array): void
  /** What the stream of events still holds. */
  describeEvents(): Promise<Pulse['stream']>
  /** When the newest event of an account was stored. */
  lastEventAtMs(accountId: number): Promise<number | null>
}

export async function openTeamBoard(connection: NatsConnection): Promise<TeamBoard> {
  const js = jetstream(connection, { timeout: timeoutMs })
  const jsm = await js.jetstreamManager()
  const kv = await new Kvm(js).open(teamBucket)
  return {
    async read(key) {
      const kept = await kv.get(key)
      return kept?.operation === 'PUT' ? { value: kept.value, revision: kept.revision } : null
    },
    write: (key, value, revision) => kv.put(key, value, { previousSeq: revision }),
    async overwrite(key, value) {
      await kv.put(key, value)
    },
    tell: (subject, data) => connection.publish(subject, data),
    async describeEvents() {
      const { created, state } = await jsm.streams.info(eventStream.name)
      return {
        createdAtMs: Date.parse(created),
        firstSeq: state.first_seq,
        firstAtMs: state.messages === 0 ? null : Date.parse(state.first_ts),
        lastSeq: state.last_seq
      }
    },
    async lastEventAtMs(accountId) {
      try {
        const subject = `${eventStream.stored}.${accountId}.>`
        const newest = await jsm.streams.getMessage(eventStream.name, { last_by_subj: subject })
        return newest && newest.time.getTime()
      } catch (error) {
        if (error instanceof JetStreamApiError && error.code === noSuchMessage) return null
        throw error
      }
    }
  }
}
