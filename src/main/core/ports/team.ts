import type { Invitation } from '../team/invitation.ts'
import type { LiveStream } from '../team/subjects.ts'

/** What the connection to the team's relay is like. */
export type TeamConnectionState =
  | { readonly state: 'connecting' }
  | { readonly state: 'connected'; readonly server: string }
  /** It tries again by itself. `code` is for `team.trouble.{code}` of the texts; `detail` one line without secrets, or empty. */
  | { readonly state: 'disconnected'; readonly code: TeamTrouble; readonly detail: string }
  /** It does not try again: another invitation is needed. */
  | { readonly state: 'refused'; readonly code: 'expired' | 'rejected'; readonly detail: string }

export type TeamTrouble =
  | 'unreachable'
  | 'no-such-host'
  | 'certificate'
  | 'no-jetstream'
  | 'lost'
  | 'expired'
  | 'rejected'

/** A message of a stream: one that was stored, or its live copy. */
export interface StreamMessage {
  /** Its subject below the stream's first part: `ACCOUNT.…`. */
  readonly subject: string
  /** Its number in the stream. */
  readonly seq: number
  /** Of a live copy: the number of the message before it on the very same subject, 0 where there was none. Null of a stored one. */
  readonly previousSeq: number | null
  readonly data: Uint8Array
  /** Of a bucket's stream: that the key was deleted. */
  readonly isDeleted: boolean
}

export interface KeyValue {
  readonly value: Uint8Array
  readonly revision: number
}

/** That a key was deleted; it may be written again over that revision. */
export interface DeletedKey {
  readonly value: null
  readonly revision: number
}

/** A lasting connection: it comes back by itself for as long as it is open, with everything that is watched. */
export interface TeamConnection {
  /**
   * Live copies, as they are stored. Only true copies are told: what lacks the stream's own headers is no message of it. Nothing is
   * told again that came while there was no connection.
   */
  watchStream(
    stream: LiveStream,
    filters: readonly string[],
    onMessage: (message: StreamMessage) => void
  ): () => void
  /** What is stored from number `fromSeq` on and fits a filter, in its order, to what is the end when it gets there. Rejects where it breaks off. */
  readStream(stream: LiveStream, filter: string, fromSeq: number): AsyncIterable<StreamMessage>
  /** The number of the newest stored message that fits a filter; 0 where there is none. */
  lastOf(stream: LiveStream, filter: string): Promise<number>
  /** Every message that was sent to a plain subject (no stream, no wildcards), and none that a consumer delivers there. */
  watchSubject(subject: string, onMessage: (data: Uint8Array) => void): () => void
  /** Null where nothing says anything of the key: it was never written, or an administrator purged it. */
  get(bucket: string, key: string): Promise<KeyValue | DeletedKey | null>
  /**
   * Writes a key if it still has that revision, 0 for a key that is not there (or was deleted); null where another was faster. A null
   * value deletes it.
   */
  put(bucket: string, key: string, value: Uint8Array | null, revision: number): Promise<number | null>
  close(): Promise<void>
}

/** Ways to the team's relay. */
export interface TeamLink {
  /** Never throws: how it goes is told. `onState` is told of each change after this returned, and of none after `close`. */
  connect(
    invitation: Pick<Invitation, 'servers' | 'authority' | 'credentials' | 'inbox'>,
    onState: (state: TeamConnectionState) => void
  ): TeamConnection
}
