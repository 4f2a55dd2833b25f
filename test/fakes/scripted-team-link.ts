import type {
  KeyValue,
  StreamMessage,
  TeamConnection,
  TeamConnectionState,
  TeamLink
} from '../../src/main/core/ports.ts'
import { type Pulse, teamKeys } from '../../src/main/core/team/index.ts'

type Credentials = Parameters<TeamLink['connect']>[0]

/** A connection that was opened, and does what the test says. */
export interface ScriptedTeamConnection {
  readonly given: Credentials
  readonly isClosed: () => boolean
  become(state: TeamConnectionState): void
  /** The relay says something of itself. */
  pulse(pulse: Pulse): void
  /** What lies under each key of each bucket, as `bucket key`. */
  readonly values: Map<string, KeyValue>
  /** What asking for a key does instead of answering. */
  asking: (() => Promise<KeyValue | null>) | null
  /** What asking for the last message does instead of answering. */
  askingLast: (() => Promise<number>) | null
}

/** A team's server in memory. Connections wait for the test, but for those that `onConnect` does something with. */
export interface ScriptedTeamLink extends TeamLink {
  readonly opened: readonly ScriptedTeamConnection[]
  readonly latest: () => ScriptedTeamConnection
  onConnect: (connection: ScriptedTeamConnection) => void
}

export const connectedState: TeamConnectionState = { state: 'connected', server: 'tls://nats.example.com' }

export function scriptedTeamLink(): ScriptedTeamLink {
  const opened: ScriptedTeamConnection[] = []
  const link: ScriptedTeamLink = {
    opened,
    onConnect: () => undefined,
    latest() {
      const last = opened.at(-1)
      if (last === undefined) throw new Error('Nothing was connected')
      return last
    },
    connect(given, onState) {
      let isClosed = false
      const watchers = new Map<string, (data: Uint8Array) => void>()
      const scripted: ScriptedTeamConnection = {
        given,
        isClosed: () => isClosed,
        become: (state) => !isClosed && onState(state),
        pulse(pulse) {
          const value = Buffer.from(JSON.stringify(pulse))
          for (const [subject, tell] of watchers) {
            const key = /^\$KV\.voice360_team\.(\d+\.pulse)$/.exec(subject)?.[1]
            if (key === undefined) continue
            scripted.values.set(`voice360_team ${key}`, { value, revision: 1 })
            tell(value)
          }
        },
        values: new Map(),
        asking: null,
        askingLast: null
      }
      opened.push(scripted)
      queueMicrotask(() => link.onConnect(scripted))
      return connectionOf(scripted, watchers, () => {
        isClosed = true
      })
    }
  }
  return link
}

function connectionOf(
  scripted: ScriptedTeamConnection,
  watchers: Map<string, (data: Uint8Array) => void>,
  onClose: () => void
): TeamConnection {
  return {
    watchStream: () => () => undefined,
    readStream: () => nothingStored(),
    lastOf: () => scripted.askingLast?.() ?? Promise.resolve(0),
    watchSubject(subject, tell) {
      watchers.set(subject, tell)
      return () => void watchers.delete(subject)
    },
    get: (bucket, key) =>
      scripted.asking?.() ?? Promise.resolve(scripted.values.get(`${bucket} ${key}`) ?? null),
    put: () => Promise.resolve(null),
    close() {
      onClose()
      return Promise.resolve()
    }
  }
}

async function* nothingStored(): AsyncGenerator<StreamMessage> {}

/** The pulse as it lies in the bucket, for a connection whose relay was there before. */
export function storePulse(connection: ScriptedTeamConnection, accountId: number, pulse: Pulse): void {
  connection.values.set(`voice360_team ${teamKeys(accountId).pulse}`, {
    value: Buffer.from(JSON.stringify(pulse)),
    revision: 1
  })
}
