import { type Presence, unknownPresence } from '../../../shared/domain/presence.ts'
import type { Directory } from '../contacts/index.ts'
import { createLiveValue, createSignal, type LiveValue, type Signal } from '../live-value.ts'
import type { Reading } from '../polling/index.ts'
import type { Attention, Clock, Log } from '../ports.ts'
import { createTeamOrApi, createTeamPresence, type TeamMembership } from '../team/index.ts'
import type { Translate } from '../translate.ts'
import {
  type ApiAvailability,
  type ApiResult,
  describeApiFailure,
  type ReadBudget,
  type Voice360Api
} from '../voice360/index.ts'
import { createApiPresence, type PresenceDetail } from './api-presence.ts'
import { createPresenceReader } from './presence-reader.ts'

export interface PresenceService {
  readonly current: LiveValue<Presence>
  /** Told each time it was read, changed or not. */
  readonly wasRead: Signal<Presence>
  /** The extensions of those whose name holds a text. */
  findExtensions(text: string): readonly string[]
  /** Starts afresh for whoever is signed in now. */
  restart(): void
  /** What the pace hangs on may have changed: the next reading may come sooner, or later. */
  reconsider(): void
  stop(): void
}

interface Dependencies {
  readonly api: () => Voice360Api | null
  readonly hasDeveloperKey: () => boolean
  readonly team: TeamMembership
  readonly myExtension: () => string | null
  readonly region: () => string
  readonly directory: Directory
  readonly budget: ReadBudget
  readonly attention: () => Attention
  /** Whether a call of mine rings, as far as webhooks tell. */
  readonly isRinging: () => boolean
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  readonly random?: () => number
}

/** Knows everyone's availability: from the team where the app belongs to one that shares it, else from Voice360. */
export function createPresenceService(dependencies: Dependencies): PresenceService {
  const { team, directory, clock, log, t } = dependencies
  const current = createLiveValue<Presence>(unknownPresence)
  const wasRead = createSignal<Presence>()
  const reader = createPresenceReader(dependencies)
  directory.namesChanged.watch(() => reader.forgetNames())
  let lastReadAtMs: number | null = null

  const isOnCall = () =>
    dependencies.isRinging() ||
    current.get().colleagues.some(({ isMe, calls }) => isMe && calls !== null && calls.length > 0)

  const source = createTeamOrApi({
    team,
    shares: ({ presence }) => presence !== 'none',
    fromTeam: ({ connection, access }) =>
      createTeamPresence({ ...dependencies, connection, access, onReading: take }),
    fromApi: createApiPresence({ ...dependencies, isCallRunning: isOnCall, answered: takeAnswer }),
    onChange: forget
  })

  function takeAnswer(answer: ApiResult<ApiAvailability[]>, asked: PresenceDetail): void {
    const atMs = clock.nowMs()
    if (answer.ok) return take({ value: answer.value, atMs, stale: null }, asked)
    log.warn('Presence could not be read', { kind: answer.failure.kind })
    const reason = describeApiFailure(answer.failure, t)
    take({ value: null, atMs, stale: { sinceMs: null, reason } }, asked)
  }

  function take({ value, atMs, stale }: Reading<readonly ApiAvailability[]>, detail: PresenceDetail): void {
    const before = current.get()
    const colleagues =
      value === null ? before.colleagues : keepSame(before.colleagues, reader.read(value, atMs))
    if (value !== null) lastReadAtMs = atMs
    if (stale === null) {
      become({ detail, colleagues, staleSinceMs: null, staleReason: null })
      wasRead.emit(current.get())
      return
    }
    become({
      detail,
      colleagues,
      staleSinceMs: stale.sinceMs ?? before.staleSinceMs ?? lastReadAtMs ?? atMs,
      staleReason: stale.reason
    })
  }

  /** Where nothing changed, nobody is told. */
  function become(next: Presence): void {
    const before = current.get()
    const isSame =
      before.colleagues === next.colleagues &&
      before.detail === next.detail &&
      before.staleSinceMs === next.staleSinceMs &&
      before.staleReason === next.staleReason
    if (!isSame) current.set(next)
  }

  function forget(): void {
    lastReadAtMs = null
    reader.forget()
    current.set(unknownPresence)
  }

  return {
    current,
    wasRead,
    findExtensions(text) {
      const wanted = text.trim().toLocaleLowerCase()
      const named = current.get().colleagues.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
      return named.map(({ extension }) => extension)
    },
    restart() {
      forget()
      source.restart()
    },
    reconsider: source.reconsider,
    stop: source.stop
  }
}

/** The list before where the new one holds the same. */
const keepSame = <T>(before: readonly T[], after: readonly T[]): readonly T[] =>
  before.length === after.length && after.every((it, index) => it === before[index]) ? before : after
