import type { Colleague, Presence } from '../../../shared/domain/presence.ts'
import { t } from '../../text/text.ts'
import { type Dot, nameOf } from '../../ui/index.ts'

/** What a colleague is doing, as far as the key may see. */
export type Availability = 'free' | 'online' | 'on-call' | 'offline'

export const availabilityOf = ({ calls, isOnline }: Colleague): Availability => {
  if (calls !== null && calls.length > 0) return 'on-call'
  if (!isOnline) return 'offline'
  return calls === null ? 'online' : 'free'
}

export const dotOf: Readonly<Record<Availability, Dot>> = {
  free: 'free',
  online: 'free',
  'on-call': 'busy',
  offline: 'offline'
}

/** The availability in words, with whom where that is known and not to be hidden. */
export function wordOf(colleague: Colleague, isHidingWhom = false): string {
  const availability = availabilityOf(colleague)
  if (availability === 'free') return t('presence.isFree')
  if (availability === 'online') return t('presence.isOnline')
  if (availability === 'offline') return t('presence.isOffline')
  const [first, ...more] = colleague.calls ?? []
  // An address that came empty or withheld names nobody.
  const isNamed =
    !isHidingWhom && first !== undefined && first.other.kind !== 'anonymous' && first.other.display !== ''
  const word = isNamed ? t('presence.isOnCallWith', { name: nameOf(first.other) }) : t('presence.isOnCall')
  return more.length > 0 ? `${word}, ${t('presence.moreCalls', { count: more.length })}` : word
}

export type PresenceFilter = 'all' | 'free' | 'on-call' | 'offline'

/** With a user key "free" means online: more cannot be seen. */
export const isShown = (colleague: Colleague, filter: PresenceFilter): boolean => {
  if (filter === 'all') return true
  const availability = availabilityOf(colleague)
  return availability === 'online' ? filter === 'free' : availability === filter
}

/** The filters that mean something with what the key may see, and how many each shows. */
export const filtersOf = ({ colleagues, detail }: Presence) =>
  (['all', 'free', 'on-call', 'offline'] as const)
    .filter((filter) => filter !== 'on-call' || detail === 'with-calls')
    .map((filter) => ({
      filter,
      count: colleagues.filter((colleague) => isShown(colleague, filter)).length
    }))
