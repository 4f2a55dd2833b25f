import type { Clock, TunnelEvents, TunnelTrouble } from '../core/ports.ts'
import type { ProgramPlaces } from './find-program.ts'
import type { NgrokLibrary } from './ngrok-library.ts'

/** What of the computer the tunnels use. */
export interface TunnelMachine extends ProgramPlaces {
  readonly clock: Clock
  /** Rejects where the library is not installed or does not run here. */
  readonly loadNgrok: () => Promise<NgrokLibrary>
  /** For ssh, before all others: the first to set an option wins. */
  readonly sshArgs: readonly string[]
}

/** A way that has not come up after that long is given up. */
export const startLimitMs = 30_000

/** Tells what happens to a tunnel as the port promises: the end once and last, nothing after it is hushed, no "down" twice. */
export interface TunnelVoice {
  readonly isUp: () => boolean
  readonly wasUp: () => boolean
  up(publicAddress: string): void
  /** Only what was up goes down: before, it is still starting. */
  down(trouble: TunnelTrouble): void
  end(trouble: TunnelTrouble): void
  hush(): void
}

export function createTunnelVoice(events: TunnelEvents): TunnelVoice {
  let address: string | null = null
  let wasUp = false
  let isSilent = false
  return {
    isUp: () => address !== null,
    wasUp: () => wasUp,
    up(publicAddress) {
      if (isSilent || address === publicAddress) return
      address = publicAddress
      wasUp = true
      events.onUp(publicAddress)
    },
    down(trouble) {
      if (isSilent || address === null) return
      address = null
      events.onDown(trouble)
    },
    end(trouble) {
      if (isSilent) return
      isSilent = true
      address = null
      events.onEnded(trouble)
    },
    hush() {
      isSilent = true
    }
  }
}
