import type { DialCaution } from '../../../shared/domain/dialing.ts'
import type { Presence } from '../../../shared/domain/presence.ts'
import type { Translate } from '../translate.ts'

/**
 * What presence knows against placing a call now: it rings the user's own phone first. What is stale, or beyond what the key may
 * see, is said of nobody.
 */
export function preFlight(
  presence: Presence,
  myExtension: string | null,
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
  const text = t('dialing.caution.on-a-call', { other: call.other.name ?? call.other.display })
  return [{ kind: 'on-a-call', mustBeAgreed: false, text }]
}
