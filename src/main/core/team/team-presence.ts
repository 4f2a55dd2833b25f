import type { Reading, Source } from '../polling/index.ts'
import type { ApiAvailability } from '../voice360/index.ts'
import type { TeamAccess } from './access.ts'
import { unpacked } from './packing.ts'
import { type PresenceView, presenceSubject, teamKeys } from './subjects.ts'
import { presenceDifferenceSchema, presenceSnapshotSchema } from './team-news.ts'
import { createTeamValue, type TeamValueDependencies } from './team-value.ts'
import { peopleAt, presenceOf, withDifference } from './told-presence.ts'

interface Dependencies extends TeamValueDependencies {
  readonly access: Pick<TeamAccess, 'accountId' | 'presence'>
  readonly onReading: (reading: Reading<readonly ApiAvailability[]>, detail: PresenceView) => void
}

/** Everybody's availability as the relay tells it: a snapshot, and then what differs, as it happens. */
export function createTeamPresence(dependencies: Dependencies): Source {
  const { access, connection, log } = dependencies
  const { accountId } = access
  // Without leave to see presence nobody asks for it.
  const view: PresenceView = access.presence === 'with-calls' ? 'with-calls' : 'online-only'
  let detail: PresenceView = view
  let unwatch = (): void => undefined

  const presence = createTeamValue({
    ...dependencies,
    key: teamKeys(accountId).presence(view),
    freshness: (pulse) => pulse.presence,
    revision: (pulse) => pulse.presence.revisions[view],
    read({ value, revision }) {
      const snapshot = unpacked(presenceSnapshotSchema, value)
      return snapshot && presenceOf(snapshot, revision)
    },
    valueAt: peopleAt,
    onReading(reading) {
      if (reading.value !== null) detail = detailOf(reading.value, view)
      dependencies.onReading(reading, detail)
    }
  })

  function stop(): void {
    unwatch()
    presence.stop()
  }

  return {
    ...presence,
    restart() {
      stop()
      // Watched before it is read, so that nothing falls between the two.
      unwatch = connection.watchSubject(presenceSubject(accountId, view), (data) => {
        const difference = unpacked(presenceDifferenceSchema, data)
        if (difference === null) log.warn('A difference in presence could not be read')
        else presence.change((told) => withDifference(told, difference))
      })
      presence.restart()
    },
    stop
  }
}

/** A relay without a developer key sees no calls, whoever may. */
const detailOf = (people: readonly ApiAvailability[], view: PresenceView): PresenceView =>
  people.some(({ channels }) => channels !== null) ? view : 'online-only'
