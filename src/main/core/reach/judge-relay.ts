import type { Reach } from '../../../shared/domain/reach.ts'
import type { TeamConnectionState } from '../ports.ts'
import type { TeamLack } from '../team/index.ts'
import type { Translate } from '../translate.ts'

const dayMs = 86_400_000
const warnBeforeMs = 7 * dayMs

export interface RelayFacts {
  readonly lack: TeamLack | null
  readonly connection: TeamConnectionState | null
  /** Why there is no connection, for people; null where there is one, or it is only being made. */
  readonly trouble: string | null
  /** Null before the relay was heard over this connection. */
  readonly relay: 'unknown' | 'answering' | 'silent'
  /** Whether the relay has said which stream is to be read. */
  readonly isStreamKnown: boolean
  readonly isCaughtUp: boolean
  /** When the credentials end; null where they do not. */
  readonly expiresAtMs: number | null
  readonly nowMs: number
}

/** Whether the team's events get here, and why not, for people; a deaf one always has a reason. */
export function judgeRelay(facts: RelayFacts, t: Translate): Pick<Reach, 'state' | 'reason'> {
  const { lack, connection, trouble, relay, isStreamKnown, isCaughtUp, expiresAtMs, nowMs } = facts
  if (lack !== null) return { state: 'deaf', reason: t(`team.lack.${lack}`) }
  if (connection?.state !== 'connected') {
    const isOver = expiresAtMs !== null && expiresAtMs <= nowMs
    return { state: 'deaf', reason: isOver ? t('team.trouble.expired') : (trouble ?? t('team.connecting')) }
  }
  // Without it nothing can be read: which stream it is, only the relay says.
  if (!isStreamKnown) return { state: 'deaf', reason: t('team.relayUnknown') }
  const note = expiryNote(expiresAtMs, nowMs, t)
  const reasons = [
    relay === 'silent' ? t('team.relaySilent') : null,
    isCaughtUp ? null : t('team.catchingUp')
  ].filter((reason) => reason !== null)
  if (reasons.length === 0) return { state: 'listening', reason: note }
  return { state: 'degraded', reason: [...reasons, ...(note === null ? [] : [note])].join(' ') }
}

function expiryNote(expiresAtMs: number | null, nowMs: number, t: Translate): string | null {
  if (expiresAtMs === null || expiresAtMs - nowMs > warnBeforeMs) return null
  const days = Math.floor((expiresAtMs - nowMs) / dayMs)
  return days < 1 ? t('team.endsToday') : t('team.endsSoon', { count: days })
}
