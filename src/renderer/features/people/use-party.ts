import type { Party } from '../../../shared/domain/party.ts'
import { useRequest } from '../../bridge/index.ts'
import { useCall } from '../calls/index.ts'

/** Who is at `address`, as known from calls or threads, else as the number is read; null for none. */
export function useParty(address: string | null): Party | null {
  const call = useCall(({ other }) => other.address === address)
  const thread = useRequest('messages:list-threads', {}).data?.find(({ other }) => other.address === address)
  const known = call?.other ?? thread?.other
  const read = useRequest(
    'dialing:interpret-text',
    { text: address ?? '' },
    { isEnabled: !known && address !== null && address !== '' }
  ).data
  if (!address) return null
  const candidate = read?.outcome === 'dialable' ? read.candidates.find((it) => it.address === address) : null
  return known ?? candidate ?? { address, display: address, name: null, kind: kindOf(address) }
}

const kindOf = (address: string): Party['kind'] =>
  address.startsWith('+') ? 'number' : /^\d+$/u.test(address) ? 'extension' : 'other'
