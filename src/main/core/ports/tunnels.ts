import type { OwnWayChoice, TunnelOffer } from '../../../shared/domain/tunnel.ts'

/** What went wrong with a tunnel, for `reach.trouble.{code}` of the texts. */
export interface TunnelTrouble {
  readonly code:
    | 'no-program'
    | 'no-secret'
    | 'refused'
    | 'unknown-host-key'
    | 'remote-port-taken'
    | 'no-network'
    | 'no-connection'
    | 'ended'
  /** What the program said, one line without secrets; empty where it said nothing. */
  readonly detail: string
}

export interface TunnelEvents {
  /** It leads here from this address, without the webhook's path. May be said again, with the same address or another. */
  onUp(publicAddress: string): void
  /** It does not now, and its program tries again by itself. */
  onDown(trouble: TunnelTrouble): void
  /** Its program is gone: another is to be opened. Said once, and nothing after it; never after `close`. */
  onEnded(trouble: TunnelTrouble): void
}

export interface OpenTunnel {
  /** Ends it and what was started for it; resolves once that is gone. */
  close(): Promise<void>
}

/** Ways from a public address to a port of this machine. Programs that are started end with the app, however it ends. */
export interface Tunnels {
  /** What of each way this computer has. */
  listOffers(): Promise<readonly Omit<TunnelOffer, 'hasSecret'>[]>
  /** Never throws: what goes wrong is told by `events`, after this has returned. */
  open(
    order: {
      readonly choice: OwnWayChoice
      /** The token of the named tunnel or of ngrok; null where none is kept. */
      readonly secret: string | null
      readonly localPort: number
    },
    events: TunnelEvents
  ): OpenTunnel
}

/** What happened to the machine that connections may not have outlived. */
export type MachineEvent = 'resumed' | 'network-changed'

/** The network as it is now, as a text that is another when it changed. */
export type ReadNetwork = () => string
