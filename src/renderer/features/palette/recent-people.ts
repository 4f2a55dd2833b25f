import type { Call } from '../../../shared/domain/call.ts'
import type { Thread } from '../../../shared/domain/message.ts'
import type { FoundPerson } from '../../../shared/domain/search.ts'
import { sorted } from '../../sorted.ts'

const most = 6

/** Who was last called, called or wrote: each person once, last first; callers who withheld the number are nobody to go to. */
export function recentPeople(calls: readonly Call[], threads: readonly Thread[]): readonly FoundPerson[] {
  const contacts = [
    ...calls.map(({ other, startedAtMs }) => ({ party: other, lastContactAtMs: startedAtMs })),
    ...threads.map(({ other, lastMessage }) => ({ party: other, lastContactAtMs: lastMessage.atMs }))
  ].filter(({ party }) => party.address !== '')
  const byAddress = new Map<string, FoundPerson>()
  for (const contact of sorted(contacts, (a, b) => b.lastContactAtMs - a.lastContactAtMs)) {
    if (!byAddress.has(contact.party.address)) byAddress.set(contact.party.address, contact)
  }
  return [...byAddress.values()].slice(0, most)
}
