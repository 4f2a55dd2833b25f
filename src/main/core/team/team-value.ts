import type { Reading, Source } from '../polling/index.ts'
import type { Clock, KeyValue, Log, TeamConnection } from '../ports.ts'
import type { Translate } from '../translate.ts'
import type { TeamMembership } from './membership.ts'
import { type RelayWatch, watchRelay } from './relay-watch.ts'
import { teamBucket } from './subjects.ts'
import type { Freshness, Pulse } from './team-news.ts'

/** Where all who missed the same read it again, they are not to do it at once. */
const spreadMs = 1_000

/** One version of what the relay keeps under a key. */
export interface Version {
  readonly revision: number
  /** When the relay read it, by its own clock. */
  readonly atMs: number
}

export interface TeamValue<V extends Version> extends Source {
  /** Takes the version at hand one further; it is read again where `step` gives null, since that does not fit it. */
  change(step: (version: V) => V | null): void
}

export interface TeamValueDependencies {
  readonly connection: Pick<TeamConnection, 'get' | 'watchSubject'>
  readonly team: Pick<TeamMembership, 'pulse' | 'state'>
  readonly clock: Clock
  readonly log: Log
  readonly t: Translate
  readonly random?: (() => number) | undefined
}

interface Dependencies<V extends Version, T> extends TeamValueDependencies {
  readonly key: string
  readonly freshness: (pulse: Pulse) => Freshness
  readonly revision: (pulse: Pulse) => number | null
  /** Null for what is no version of it. */
  readonly read: (kept: KeyValue) => V | null
  /** @param atMs the relay's time at which it was still like this */
  readonly valueAt: (version: V, atMs: number) => T
  readonly onReading: (reading: Reading<T>) => void
}

interface Told<V> {
  readonly version: V | null
  readonly atMs: number | null
  readonly isStale: boolean
}
const nothing = { version: null, atMs: null, isStale: false }

/**
 * Follows what the relay keeps under a key: the pulse says whether it is still true, and which version it is, so that whoever has
 * another reads it again, whatever they missed.
 */
export function createTeamValue<V extends Version, T>(dependencies: Dependencies<V, T>): TeamValue<V> {
  const { connection, key, freshness, clock, log, random = Math.random, onReading } = dependencies
  let relay: RelayWatch | null = null
  let version: V | null = null
  let told: Told<V> = nothing
  let failedSinceMs: number | null = null
  /** What came while it is read again; null while it is not. */
  let steps: ((version: V) => V | null)[] | null = null
  let cancelReading = (): void => undefined
  let run = 0

  function considerPulse(): void {
    const pulse = relay?.pulse() ?? null
    const newest = pulse && dependencies.revision(pulse)
    if (newest !== null && newest !== version?.revision) readAgain()
    else tell(pulse && freshness(pulse).asOfMs)
  }

  function readAgain(): void {
    if (steps !== null) return
    steps = []
    const thisRun = run
    const delayMs = version === null ? 0 : random() * spreadMs
    cancelReading = clock.schedule(delayMs, () => void readKept(thisRun))
  }

  async function readKept(thisRun: number): Promise<void> {
    const kept = await connection.get(teamBucket, key).catch((error: unknown) => {
      log.warn('What the team shares could not be read', { key, error: String(error) })
      return null
    })
    if (thisRun !== run) return
    const next = kept?.value ? dependencies.read(kept) : null
    const missed = steps ?? []
    steps = null
    if (next === null) return fail()
    failedSinceMs = null
    version = missed.reduce((before, step) => step(before) ?? before, next)
    tell(version.atMs)
  }

  /** Before the relay has ever read it, there is nothing to miss. */
  function fail(): void {
    const pulse = relay?.pulse() ?? null
    if (pulse === null || dependencies.revision(pulse) === null) return
    failedSinceMs ??= clock.nowMs()
    tell(null)
  }

  function tell(atMs: number | null): void {
    if (relay === null) return
    const stale =
      failedSinceMs === null
        ? relay.staleness(freshness)
        : { sinceMs: failedSinceMs, reason: dependencies.t('relayNews.unshared') }
    const isNew = version !== told.version
    const asOfMs = stale === null || isNew ? atMs : told.atMs
    const isSame = !isNew && asOfMs === told.atMs && !told.isStale
    if (stale === null && (version === null || isSame)) return
    told = { version, atMs: asOfMs, isStale: stale !== null }
    const value = version === null || (stale !== null && !isNew) ? null : version
    onReading({
      value: value && dependencies.valueAt(value, asOfMs ?? value.atMs),
      atMs: asOfMs === null ? clock.nowMs() : relay.localMs(asOfMs),
      stale
    })
  }

  function stop(): void {
    run += 1
    cancelReading()
    steps = null
    relay?.stop()
    relay = null
  }

  return {
    restart() {
      stop()
      version = null
      told = nothing
      failedSinceMs = null
      relay = watchRelay({ ...dependencies, onNews: considerPulse })
      readAgain()
    },
    reconsider: () => undefined,
    stop,
    change(step) {
      if (steps !== null) return void steps.push(step)
      const next = version && step(version)
      if (next === null) return readAgain()
      if (next === version) return
      version = next
      tell(next.atMs)
    }
  }
}
