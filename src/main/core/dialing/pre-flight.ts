import type { Call } from '../../../shared/domain/call.ts'
import type { DialCaution } from '../../../shared/domain/dialing.ts'
import type { Presence } from '../../../shared/domain/presence.ts'
import type { Translate } from '../translate.ts'

/**
 * What presence knows against placing a call now: it rings the user's own phone first. What is stale, or beyond what the key may
 * see, is said of nobody. Whom I talk to, `runningCalls` may know better: a channel has no name, and what told of the call may have.
 */
export function preFlight(
  presence: Presence,
  myExtension: string | null,
  runningCalls: readonly Call[],
  t: Translate
): readonly DialCaution[] {
  if (presence.staleSinceMs !== null) return []
  const me = presence.colleagues.find(({ extension }) => extension === myExtension)
  if (!me) return []
  if (!me.isOnline) {
    return [
      {
        kind: 'phone-offline',
        mustBeAgreed: true,
        text: t('dialing.caution.phone-offline', { extension: me.extension })
      }
    ]
  }
  const [call] = me.calls ?? []
  if (!call) return []
  const told = runningCalls.find(({ isMine, other }) => isMine && other.address === call.other.address)
  const { name, display } = told?.other ?? call.other
  const text = t('dialing.caution.on-a-call', { other: name ?? display })
  return [{ kind: 'on-a-call', mustBeAgreed: false, text }]
}
