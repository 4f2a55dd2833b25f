import type { Party } from '../../../shared/domain/party.ts'
import { useRequest, useTimeline } from '../../bridge/index.ts'

/** Who is at `address`, as known from threads or their own calls, else as the number is read; null for none. */
export function useParty(address: string | null): Party | null {
  const isAsked = address !== null && address !== ''
  const thread = useRequest('messages:list-threads', {}).data?.find(({ other }) => other.address === address)
  // The timeline shows these entries anyway: nothing is read twice.
  const entries = useTimeline(address ?? '', isAsked).query.data?.entries
  // A call between two colleagues stands with both.
  const others = entries?.flatMap((entry) => (entry.kind === 'call' ? [entry.call.other] : []))
  const known = others?.findLast((other) => other.address === address) ?? thread?.other
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
