import { createLiveValue, createSignal, type LiveValue } from '../../src/main/core/live-value.ts'
import type { StreamMessage, TeamConnection, TeamConnectionState } from '../../src/main/core/ports.ts'
import type { TeamAccess, TeamMembership } from '../../src/main/core/team/index.ts'

interface Stored {
  readonly revision: number
  readonly value: Uint8Array | null
}

/** The team's bucket, in memory, for the apps of several agents; what is written is told to all of them at once. */
export class InMemoryBucket {
  readonly #keys = new Map<string, Stored>()
  readonly #told = createSignal<StreamMessage>()
  #lastSeq = 0

  /** The place of the agent of that extension in the team; `state` is how their connection is. */
  join(extension: string): TeamMembership & { readonly state: LiveValue<TeamConnectionState | null> } {
    const access: TeamAccess = {
      accountId: 61,
      extension,
      queueNames: [],
      lines: [],
      isTeamWide: false,
      presence: 'none',
      sharesWork: true
    }
    const connected: TeamConnectionState = { state: 'connected', server: 'nats://127.0.0.1' }
    return {
      joined: createLiveValue({ team: 'Sales', connection: this.#connection(), access }),
      state: createLiveValue<TeamConnectionState | null>(connected),
      pulse: createLiveValue(null)
    }
  }

  /** What a key holds, as text. */
  entry(key: string): { readonly value: string | null } {
    const value = this.#keys.get(key)?.value
    return { value: value ? new TextDecoder().decode(value) : null }
  }

  size(): number {
    return this.#keys.size
  }

  #connection(): TeamConnection {
    const stored = () => [...this.#keys].toSorted(([, one], [, other]) => one.revision - other.revision)
    const messageOf = (subject: string, { revision: seq, value }: Stored, previousSeq: number | null) => ({
      subject,
      seq,
      previousSeq,
      data: value ?? new Uint8Array(),
      isDeleted: value === null
    })
    return {
      watchStream: (_stream, _filters, onMessage) => this.#told.watch(onMessage),
      async *readStream(_stream, _filter, fromSeq) {
        for (const [key, it] of stored()) if (it.revision >= fromSeq) yield messageOf(key, it, null)
      },
      lastOf: () => Promise.resolve(this.#lastSeq),
      watchSubject: () => () => {},
      get: (_bucket, key) => Promise.resolve(this.#keys.get(key) ?? null),
      put: (_bucket, key, value, revision) => {
        const before = this.#keys.get(key)
        const current = before === undefined || before.value === null ? 0 : before.revision
        if (current !== revision) return Promise.resolve(null)
        this.#lastSeq += 1
        const next = { revision: this.#lastSeq, value }
        this.#keys.set(key, next)
        this.#told.emit(messageOf(key, next, before?.revision ?? 0))
        return Promise.resolve(next.revision)
      },
      close: () => Promise.resolve()
    }
  }
}
