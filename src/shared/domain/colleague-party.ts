import type { Party } from './party.ts'
import type { Colleague } from './presence.ts'

/** A colleague as whom one calls. */
export const partyOfColleague = ({ extension, name }: Colleague): Party => ({
  address: extension,
  kind: 'extension',
  display: extension,
  name,
  company: null,
  possibleNames: []
})
