import { isDeepStrictEqual } from 'node:util'
import type { Source } from '../polling/index.ts'
import type { TeamAccess } from './access.ts'
import type { Joined, TeamMembership } from './membership.ts'

interface Dependencies {
  readonly team: Pick<TeamMembership, 'joined'>
  /** Whether a team shares it with somebody who has that access. */
  readonly shares: (access: TeamAccess) => boolean
  readonly fromTeam: (joined: Joined) => Source
  readonly fromApi: Source
  /** What was read so far is not what comes now. */
  readonly onChange: () => void
}

/** Reads from the team while the app belongs to one that shares this, and from Voice360 while it does not. */
export function createTeamOrApi({ team, shares, fromTeam, fromApi, onChange }: Dependencies): Source {
  const choose = (joined: Joined | null): Source =>
    joined !== null && shares(joined.access) ? fromTeam(joined) : fromApi
  let joined = team.joined.get()
  let source = choose(joined)
  let isRunning = false

  team.joined.watch((next) => {
    const before = { joined, source }
    joined = next
    source = choose(next)
    if (!isRunning || source === before.source) return
    before.source.stop()
    // By another connection to the same team comes the same.
    if (!isDeepStrictEqual(before.joined?.access, next?.access)) onChange()
    source.restart()
  })

  return {
    /** Nothing is read before. */
    restart() {
      isRunning = true
      source.restart()
    },
    reconsider: () => source.reconsider(),
    stop() {
      isRunning = false
      source.stop()
    }
  }
}
