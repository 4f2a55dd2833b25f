import type { Clock, HostAdapters, MachineEvent, ReadNetwork } from '../ports.ts'

const lookEveryMs = 5_000
/** A timer that is so late has slept with the computer. */
const sleptMs = 30_000
/** What comes within it is told as one: the network comes back with the computer. */
const gatherMs = 1_000

interface Dependencies {
  readonly resumed: HostAdapters['resumed']
  readonly readNetwork: ReadNetwork
  readonly clock: Clock
  readonly onEvent: (event: MachineEvent) => void
}

/** Notices that the computer woke, by its host or by the clock, and that it is in another network. */
export function createMachineWatch({ resumed, readNetwork, clock, onEvent }: Dependencies) {
  let cancelLook = (): void => undefined
  let cancelTelling: (() => void) | null = null
  let unwatch = (): void => undefined
  let hasResumed = false
  let lookedAtMs = 0
  let network = ''

  function look(): void {
    const sinceMs = clock.nowMs() - lookedAtMs
    lookedAtMs = clock.nowMs()
    const before = network
    network = networkNow(before)
    if (sinceMs > sleptMs) note('resumed')
    else if (network !== before) note('network-changed')
    cancelLook = clock.schedule(lookEveryMs, look)
  }

  /** A system that does not tell its networks has one that never changes. */
  function networkNow(before: string): string {
    try {
      return readNetwork()
    } catch {
      return before
    }
  }

  function note(event: MachineEvent): void {
    hasResumed ||= event === 'resumed'
    cancelTelling ??= clock.schedule(gatherMs, () => {
      const told = hasResumed ? 'resumed' : 'network-changed'
      cancelTelling = null
      hasResumed = false
      onEvent(told)
    })
  }

  return {
    start() {
      lookedAtMs = clock.nowMs()
      network = networkNow('')
      unwatch = resumed.watch(() => note('resumed'))
      cancelLook = clock.schedule(lookEveryMs, look)
    },
    stop() {
      unwatch()
      cancelLook()
      cancelTelling?.()
      cancelTelling = null
    }
  }
}
