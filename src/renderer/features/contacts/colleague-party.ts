import type { Party } from '../../../shared/domain/party.ts'
import type { Colleague } from '../../../shared/domain/presence.ts'

/** A colleague as whom one calls. */
export const partyOfColleague = ({ extension, name }: Colleague): Party => ({
  address: extension,
  kind: 'extension',
  display: extension,
  name,
  company: null,
  possibleNames: []
})
