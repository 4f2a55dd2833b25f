import type { Party } from '../../../shared/domain/party.ts'
import { useRequest, useTimeline } from '../../bridge/index.ts'

/** Who is at `address`, as known from threads or their own calls, else as the number is read; null for none. */
export function useParty(address: string | null): Party | null {
  const isAsked = address !== null && address !== ''
  const thread = useRequest('messages:list-threads', {}).data?.find(({ other }) => other.address === address)
  // The timeline shows these entries anyway: nothing is read twice.
  const entries = useTimeline(address ?? '', isAsked).query.data?.entries
  const call = entries?.findLast((entry) => entry.kind === 'call')?.call
  const known = call?.other ?? thread?.other
  const read = useRequest(
    'dialing:interpret-text',
    { text: address ?? '', isToCall: false },
    { isEnabled: isAsked && entries !== undefined && !known }
  ).data
  if (!isAsked) return null
  const candidate = read?.outcome === 'dialable' ? read.candidates.find((it) => it.address === address) : null
  return known ?? candidate ?? strangerAt(address)
}

const strangerAt = (address: string): Party => ({
  address,
  display: address,
  name: null,
  company: null,
  possibleNames: [],
  kind: address.startsWith('+') ? 'number' : /^\d+$/u.test(address) ? 'extension' : 'other'
})
