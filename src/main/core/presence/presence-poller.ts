import { type Presence, unknownPresence } from '../../../shared/domain/presence.ts'
import type { Directory } from '../contacts/index.ts'
import { createLiveValue, createSignal, type LiveValue, type Signal } from '../live-value.ts'
import type { Attention, Clock, Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { describeApiFailure, type ReadBudget, type Voice360Api } from '../voice360/index.ts'
import { paceOf } from './polling-pace.ts'
import { createPresenceReader } from './presence-reader.ts'

const jitter = 0.1

export interface PresencePoller {
  readonly current: LiveValue<Presence>
  /** Told each time it was read, changed or not. */
  readonly wasRead: Signal<Presence>
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

/** Reads everyone's availability again and again; one request at a time. */
export function createPresencePoller(dependencies: Dependencies): PresencePoller {
  const { api, directory, budget, clock, log, t } = dependencies
  const random = dependencies.random ?? Math.random
  const current = createLiveValue<Presence>(unknownPresence)
  const wasRead = createSignal<Presence>()
  const reader = createPresenceReader(dependencies)
  directory.namesChanged.watch(reader.forgetNames)
  let cancelNext = (): void => undefined
  let run = 0
  let lastReadAtMs: number | null = null
  /** When it was last asked, by how much longer than usual to wait since then, and until when at least; null while it asks. */
  let pause: { readonly sinceMs: number; readonly stretch: number; readonly untilMs: number } | null = null

  const detail = () => (dependencies.hasDeveloperKey() ? 'with-calls' : 'online-only')
  const isOnCall = () =>
    dependencies.isRinging() || current.get().colleagues.some(({ isMe, calls }) => isMe && calls?.length)
  const paceMs = () =>
    paceOf({ detail: detail(), attention: dependencies.attention(), isCallRunning: isOnCall() })

  async function poll(thisRun: number): Promise<void> {
    const client = api()
    if (!client) return
    pause = null
    const asked = detail()
    const answer = await client.getAvailability()
    if (thisRun !== run) return
    const nowMs = clock.nowMs()
    const before = current.get()
    if (answer.ok) {
      lastReadAtMs = nowMs
      const colleagues = keepSame(before.colleagues, reader.read(answer.value, nowMs))
      become({ detail: asked, colleagues, asOfMs: nowMs, staleSinceMs: null, staleReason: null })
      wasRead.emit(current.get())
    } else {
      log.warn('Presence could not be read', { kind: answer.failure.kind })
      become({
        ...before,
        detail: asked,
        staleSinceMs: before.staleSinceMs ?? lastReadAtMs ?? nowMs,
        staleReason: describeApiFailure(answer.failure, t)
      })
    }
    const askedForMs = !answer.ok && answer.failure.kind === 'limited' ? answer.failure.retryAfterMs : 0
    const wantedMs = paceMs()
    const subject = asked === 'with-calls' ? 'developer' : 'public'
    const stretch =
      (budget.waitMs({ subject, wantedMs }, nowMs) / wantedMs) * (1 + jitter * (2 * random() - 1))
    pause = { sinceMs: nowMs, stretch, untilMs: nowMs + askedForMs }
    scheduleNext()
  }

  function scheduleNext(): void {
    if (pause === null) return
    cancelNext()
    const dueMs = Math.max(pause.sinceMs + paceMs() * pause.stretch, pause.untilMs)
    const thisRun = run
    cancelNext = clock.schedule(dueMs - clock.nowMs(), () => void poll(thisRun))
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
    restart() {
      cancelNext()
      run += 1
      lastReadAtMs = null
      pause = null
      reader.forget()
      current.set(unknownPresence)
      void poll(run)
    },
    reconsider: scheduleNext,
    stop() {
      cancelNext()
      run += 1
      pause = null
    }
  }
}

/** The list before where the new one holds the same. */
const keepSame = <T>(before: readonly T[], after: readonly T[]): readonly T[] =>
  before.length === after.length && after.every((it, index) => it === before[index]) ? before : after
