import { parseJson } from '../../../shared/parse-json.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import type { Clock, TeamConnection } from '../ports.ts'
import { teamBucket, teamKeys } from './subjects.ts'
import { type Pulse, pulseSchema, pulseSilentAfterMs } from './team-news.ts'
import { withinMs } from './within.ts'

/** Shorter than what the link itself waits for an answer, whose rejection would pass for one. */
const answerWithinMs = 2_500

/** Hears whether the relay is there. */
export interface PulseWatch {
  /** What it said last, as far as is known over this connection; null before. */
  readonly pulse: LiveValue<Pulse | null>
  /** Null before it was heard, for as long as that may take. Heard is what comes live: what lies there may be of a relay that is gone. */
  readonly isSilent: LiveValue<boolean | null>
  /** When it was heard last, by the clock here; null where it was not. */
  heardAtMs(): number | null
  follow(connection: TeamConnection, accountId: number): void
  /** Asks the server what the relay said last: the connection may have broken without a sign. */
  probe(): Promise<void>
  stop(): void
}

interface Dependencies {
  readonly clock: Clock
  /** The server does not answer, though the connection counts as open. */
  readonly onUnanswered: () => void
}

export function createPulseWatch({ clock, onUnanswered }: Dependencies): PulseWatch {
  const pulse = createLiveValue<Pulse | null>(null)
  const isSilent = createLiveValue<boolean | null>(null)
  let followed: { readonly connection: TeamConnection; readonly accountId: number } | null = null
  let heardAtMs: number | null = null
  /** By its own clock, of what was heard last. */
  let saidAtMs: number | null = null
  let unwatch = (): void => undefined
  let cancelSilence = (): void => undefined

  function hear(data: Uint8Array): void {
    const said = readPulse(data)
    if (said === null || said.atMs === saidAtMs) return
    saidAtMs = said.atMs
    heardAtMs = clock.nowMs()
    isSilent.set(false)
    if (said.atMs !== pulse.get()?.atMs) pulse.set(said)
    awaitSilence()
  }

  /** What lies there may come from a replica that lags behind what was heard. */
  function learn(said: Pulse): void {
    const known = pulse.get()
    if (said.relay !== known?.relay || said.atMs > known.atMs) pulse.set(said)
  }

  function awaitSilence(): void {
    cancelSilence()
    cancelSilence = clock.schedule(pulseSilentAfterMs, () => {
      isSilent.set(true)
      awaitSilence()
      void probe()
    })
  }

  async function probe(): Promise<void> {
    const asked = followed
    if (asked === null) return
    const asking = asked.connection.get(teamBucket, teamKeys(asked.accountId).pulse)
    // One that is refused was answered: what it lacks is not the connection.
    const answer = await withinMs(clock, answerWithinMs, asking).catch(() => ({ value: null }))
    if (asked !== followed) return
    if (answer === null) return onUnanswered()
    const said = answer.value?.value && readPulse(answer.value.value)
    if (said) learn(said)
  }

  function stop(): void {
    unwatch()
    cancelSilence()
    followed = null
    heardAtMs = null
    saidAtMs = null
    isSilent.set(null)
    pulse.set(null)
  }

  return {
    pulse,
    isSilent,
    heardAtMs: () => heardAtMs,
    follow(connection, accountId) {
      stop()
      followed = { connection, accountId }
      unwatch = connection.watchSubject(`$KV.${teamBucket}.${teamKeys(accountId).pulse}`, hear)
      awaitSilence()
    },
    probe,
    stop
  }
}

function readPulse(data: Uint8Array): Pulse | null {
  const said = pulseSchema.safeParse(parseJson(Buffer.from(data).toString()))
  return said.success ? said.data : null
}
