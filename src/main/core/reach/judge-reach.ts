import type { Reach, WayCheck } from '../../../shared/domain/reach.ts'
import type { TunnelStatus } from '../../../shared/domain/tunnel.ts'
import type { Translate } from '../translate.ts'

/**
 * What speaks for it that webhooks get here: the last test that came the whole way, or a real event that was heard since. `doubted`
 * after one test that did not come, `refuted` after two in a row.
 */
export type Proof = 'none' | 'passed' | 'heard' | 'doubted' | 'refuted'

export type ListenerFact =
  | { readonly state: 'starting' }
  | { readonly state: 'failed'; readonly why: string }
  /** `wantedPort` 0 where any would do. */
  | { readonly state: 'up'; readonly port: number; readonly wantedPort: number }

export interface ReachFacts {
  readonly listener: ListenerFact
  readonly tunnel: TunnelStatus
  readonly proof: Proof
  readonly check: WayCheck | null
  readonly hasAddressChange: boolean
  readonly hasOldToken: boolean
}

type Judgement = Pick<Reach, 'state' | 'reason'>

/** Whether webhooks get here, and why not, for people; a deaf one always has a reason. */
export function judgeReach(facts: ReachFacts, t: Translate): Judgement {
  const { listener } = facts
  if (listener.state === 'starting') return { state: 'deaf', reason: t('reach.starting') }
  if (listener.state === 'failed')
    return { state: 'deaf', reason: t('reach.cannotListen', { reason: listener.why }) }
  const { state, reasons } = withNotes(judgeWay(facts, t), facts, t)
  const all = [portNote(listener, facts.tunnel, t), ...reasons].filter((reason) => reason !== null)
  return { state, reason: all.length === 0 ? null : all.join(' ') }
}

/** The way from the public address to here, without what else there is to know. */
function judgeWay({ tunnel, proof, check }: ReachFacts, t: Translate): Judgement {
  const isProved = proof === 'passed' || proof === 'heard'
  if (tunnel.kind === 'none') {
    return isProved
      ? { state: 'listening', reason: null }
      : { state: 'degraded', reason: t('reach.unproven') }
  }
  if (tunnel.state !== 'up') return { state: 'deaf', reason: tunnel.reason ?? t('reach.tunnelStarting') }
  if (isProved) return { state: 'listening', reason: null }
  if (proof === 'none') return { state: 'degraded', reason: t('reach.unchecked') }
  const reason = check?.reason ?? t('reach.check.other')
  return { state: proof === 'refuted' ? 'deaf' : 'degraded', reason }
}

function withNotes(
  { state, reason }: Judgement,
  { hasAddressChange, hasOldToken }: ReachFacts,
  t: Translate
): { readonly state: Reach['state']; readonly reasons: readonly (string | null)[] } {
  if (state === 'deaf') return { state, reasons: [reason] }
  if (hasAddressChange) return { state: 'degraded', reasons: [reason, t('reach.addressChanged')] }
  return { state, reasons: [reason, hasOldToken && state === 'listening' ? t('reach.oldToken') : null] }
}

/** Only where somebody has entered the port elsewhere: what the app itself starts is told the right one. */
function portNote(
  { port, wantedPort }: Extract<ListenerFact, { readonly state: 'up' }>,
  { kind }: TunnelStatus,
  t: Translate
): string | null {
  const isEnteredElsewhere = kind === 'none' || kind === 'own-url' || kind === 'cloudflared-named'
  if (port === wantedPort || wantedPort === 0 || !isEnteredElsewhere) return null
  return t('reach.portTaken', { wanted: wantedPort, port })
}
