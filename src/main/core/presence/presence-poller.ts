import { type Presence, unknownPresence } from '../../../shared/domain/presence.ts'
import type { Directory } from '../contacts/index.ts'
import { createLiveValue, createSignal, type LiveValue, type Signal } from '../live-value.ts'
import { createPoller, paceOf } from '../polling/index.ts'
import type { Attention, Clock, Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import {
  type ApiAvailability,
  type ApiResult,
  describeApiFailure,
  type ReadBudget,
  type Voice360Api
} from '../voice360/index.ts'
import { createPresenceReader } from './presence-reader.ts'

const usualMs = { 'with-calls': 4_000, 'online-only': 30_000 } as const

export interface PresencePoller {
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

/** Reads everyone's availability again and again. */
export function createPresencePoller(dependencies: Dependencies): PresencePoller {
  const { api, directory, attention, budget, clock, log, t, random } = dependencies
  const current = createLiveValue<Presence>(unknownPresence)
  const wasRead = createSignal<Presence>()
  const reader = createPresenceReader(dependencies)
  directory.namesChanged.watch(() => reader.forgetNames())
  let lastReadAtMs: number | null = null

  const detail = () => (dependencies.hasDeveloperKey() ? 'with-calls' : 'online-only')
  const isOnCall = () =>
    dependencies.isRinging() ||
    current.get().colleagues.some(({ isMe, calls }) => isMe && calls !== null && calls.length > 0)

  const poller = createPoller<ApiAvailability[]>({
    request() {
      const client = api()
      const asked = detail()
      return client
        ? {
            subject: asked === 'with-calls' ? 'developer' : 'public',
            send: client.getAvailability,
            answered: (answer) => take(answer, asked)
          }
        : null
    },
    paceMs: () => paceOf({ usualMs: usualMs[detail()], attention: attention(), isCallRunning: isOnCall() }),
    budget,
    clock,
    random
  })

  function take(answer: ApiResult<ApiAvailability[]>, asked: Exclude<Presence['detail'], 'none'>): void {
    const nowMs = clock.nowMs()
    const before = current.get()
    if (answer.ok) {
      lastReadAtMs = nowMs
      const colleagues = keepSame(before.colleagues, reader.read(answer.value, nowMs))
      become({ detail: asked, colleagues, asOfMs: nowMs, staleSinceMs: null, staleReason: null })
      wasRead.emit(current.get())
      return
    }
    log.warn('Presence could not be read', { kind: answer.failure.kind })
    become({
      ...before,
      detail: asked,
      staleSinceMs: before.staleSinceMs ?? lastReadAtMs ?? nowMs,
      staleReason: describeApiFailure(answer.failure, t)
    })
  }

  /** Where nothing but the time of reading changed, nobody is told. */
  function become(next: Presence): void {
    const before = current.get()
    const isSame =
      before.colleagues === next.colleagues &&
      before.detail === next.detail &&
      before.staleSinceMs === next.staleSinceMs &&
      before.staleReason === next.staleReason
    if (!isSame || before.asOfMs === null) current.set(next)
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
      lastReadAtMs = null
      reader.forget()
      current.set(unknownPresence)
      poller.restart()
    },
    reconsider: poller.reconsider,
    stop: poller.stop
  }
}

/** The list before where the new one holds the same. */
const keepSame = <T>(before: readonly T[], after: readonly T[]): readonly T[] =>
  before.length === after.length && after.every((it, index) => it === before[index]) ? before : after
