import type { Colleague, ColleagueCall, Presence } from '../../../shared/domain/presence.ts'
import { unknownPresence } from '../../../shared/domain/presence.ts'
import type { Directory } from '../contacts/index.ts'
import { createLiveValue, createSignal, type LiveValue, type Signal } from '../live-value.ts'
import { readAddress } from '../numbers/index.ts'
import type { Clock, Log } from '../ports.ts'
import { nameOf } from '../session/index.ts'
import type { Translate } from '../translate.ts'
import {
  type ApiAvailability,
  type ApiChannel,
  describeApiFailure,
  type Voice360Api
} from '../voice360/index.ts'

/** How often presence is read. The public view's 100 requests a minute are shared by a whole office behind one address. */
const intervalMs = { 'with-calls': 4_000, 'online-only': 30_000 } as const
const jitter = 0.1
/** A channel's running time is told in whole seconds: a start that moves by less is the same call. */
const sameStartWithinMs = 3_000

export interface PresencePoller {
  readonly current: LiveValue<Presence>
  /** Told each time it was read, changed or not. */
  readonly wasRead: Signal<Presence>
  /** Starts afresh for whoever is signed in now. */
  restart(): void
  stop(): void
}

interface Dependencies {
  readonly api: () => Voice360Api | null
  readonly hasDeveloperKey: () => boolean
  readonly myExtension: () => string | null
  readonly region: () => string
  readonly directory: Directory
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  readonly random?: () => number
}

/** Reads everyone's availability again and again; one request at a time. */
export function createPresencePoller(dependencies: Dependencies): PresencePoller {
  const { api, directory, clock, log, t } = dependencies
  const random = dependencies.random ?? Math.random
  const current = createLiveValue<Presence>(unknownPresence)
  const wasRead = createSignal<Presence>()
  let cancelNext = (): void => undefined
  let run = 0
  let lastReadAtMs: number | null = null

  async function poll(thisRun: number): Promise<void> {
    const client = api()
    if (!client) return
    const detail = dependencies.hasDeveloperKey() ? 'with-calls' : 'online-only'
    const answer = await client.getAvailability()
    if (thisRun !== run) return
    const nowMs = clock.nowMs()
    const before = current.get()
    if (answer.ok) {
      lastReadAtMs = nowMs
      const colleagues = read(answer.value, nowMs)
      become({ detail, colleagues, asOfMs: nowMs, staleSinceMs: null, staleReason: null })
      wasRead.emit(current.get())
    } else {
      log.warn('Presence could not be read', { kind: answer.failure.kind })
      become({
        ...before,
        detail,
        staleSinceMs: before.staleSinceMs ?? lastReadAtMs ?? nowMs,
        staleReason: describeApiFailure(answer.failure, t)
      })
    }
    const askedForMs = !answer.ok && answer.failure.kind === 'limited' ? answer.failure.retryAfterMs : 0
    const usualMs = intervalMs[detail] * (1 + jitter * (2 * random() - 1))
    cancelNext = clock.schedule(Math.max(askedForMs, usualMs), () => void poll(thisRun))
  }

  /** Where nothing but the time of reading changed, nobody is told. */
  function become(next: Presence): void {
    const before = current.get()
    const isSame = JSON.stringify(before) === JSON.stringify({ ...next, asOfMs: before.asOfMs })
    if (!isSame) current.set(next)
  }

  function read(people: readonly ApiAvailability[], nowMs: number): Colleague[] {
    directory.setColleagues(new Map(people.map((person) => [person.presence_id, nameOf(person)])))
    const before = new Map(current.get().colleagues.map((colleague) => [colleague.extension, colleague]))
    return people.map((person) => ({
      extension: person.presence_id,
      name: nameOf(person),
      isMe: person.presence_id === dependencies.myExtension(),
      isOnline: person.devices_registered,
      calls:
        person.channels?.map((channel) =>
          readChannel(channel, person.presence_id, nowMs, before.get(person.presence_id)?.calls ?? [])
        ) ?? null
    }))
  }

  function readChannel(
    channel: ApiChannel,
    extension: string,
    nowMs: number,
    before: readonly ColleagueCall[]
  ): ColleagueCall {
    const direction =
      channel.direction === 'inbound' || channel.direction === 'outbound' ? channel.direction : 'unknown'
    const far = channel.from === extension ? channel.to : channel.from
    const other = directory.describe(readAddress(far, dependencies.region()))
    const startedAtMs = nowMs - channel.call_seconds * 1000
    const same = before.find(
      (call) =>
        call.other.address === other.address && Math.abs(call.startedAtMs - startedAtMs) < sameStartWithinMs
    )
    return { direction, other, startedAtMs: same?.startedAtMs ?? startedAtMs }
  }

  return {
    current,
    wasRead,
    restart() {
      cancelNext()
      run += 1
      lastReadAtMs = null
      current.set(unknownPresence)
      void poll(run)
    },
    stop() {
      cancelNext()
      run += 1
    }
  }
}
