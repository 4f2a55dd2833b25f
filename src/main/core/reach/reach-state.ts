import type { Reach } from '../../../shared/domain/reach.ts'
import type { TunnelStatus } from '../../../shared/domain/tunnel.ts'
import type { Translate } from '../translate.ts'
import { hookPath, type WebhookListener } from '../webhooks/index.ts'
import type { Checks } from './check-schedule.ts'
import { judgeReach, type ListenerFact } from './judge-reach.ts'
import type { WayTold } from './way.ts'

/** Everything that what is told of them is made of. */
export interface OwnParts {
  readonly listener: WebhookListener | null
  /** Why there is no listener; null where it was not tried yet. */
  readonly whyNot: string | null
  readonly wantedPort: number
  readonly token: string
  readonly tunnel: TunnelStatus
  /** Where the chosen way was found last, without the webhook's path. */
  readonly lastAddress: string | null
  readonly addressChange: Reach['addressChange']
  readonly checks: Checks
  readonly oldTokenUntilMs: number | null
}

/** What the listener and its tunnel tell of reach. */
export function wayToldOf(parts: OwnParts, t: Translate): WayTold {
  const { listener, tunnel, checks, oldTokenUntilMs } = parts
  const hasTunnel = tunnel.kind !== 'none'
  const address = hasTunnel ? (tunnel.url ?? parts.lastAddress) : null
  // What was entered for another way is not this way's matter.
  const addressChange = hasTunnel ? parts.addressChange : null
  const { state, reason } = judgeReach(
    {
      listener: listenerFact(parts),
      tunnel,
      proof: checks.proof,
      check: checks.last,
      hasAddressChange: addressChange !== null,
      hasOldToken: oldTokenUntilMs !== null
    },
    t
  )
  return {
    state,
    webhookUrl:
      listener === null
        ? null
        : address === null
          ? listener.url(parts.token)
          : `${address}${hookPath(parts.token)}`,
    localPort: listener?.port ?? null,
    isPublic: listener !== null && address !== null,
    reason,
    tunnel,
    check: checks.last,
    isChecking: checks.isRunning,
    addressChange,
    oldTokenUntilMs
  }
}

function listenerFact({ listener, whyNot, wantedPort }: OwnParts): ListenerFact {
  if (listener !== null) return { state: 'up', port: listener.port, wantedPort }
  return whyNot === null ? { state: 'starting' } : { state: 'failed', why: whyNot }
}
