import type { Source } from '../polling/index.ts'
import type { TeamAccess } from './access.ts'
import type { Joined, TeamMembership } from './membership.ts'

interface Dependencies {
  readonly team: Pick<TeamMembership, 'joined'>
  /** Whether a team shares it with somebody who has that access. */
  readonly shares: (access: TeamAccess) => boolean
  readonly fromTeam: (joined: Joined) => Source
  readonly fromApi: Source
  /** What was read so far is of another source than what comes now. */
  readonly onChange: () => void
}

/** Reads from the team while the app belongs to one that shares this, and from Voice360 while it does not. */
export function createTeamOrApi({ team, shares, fromTeam, fromApi, onChange }: Dependencies): Source {
  const choose = (joined: Joined | null): Source =>
    joined !== null && shares(joined.access) ? fromTeam(joined) : fromApi
  let source = choose(team.joined.get())
  let isRunning = true

  team.joined.watch((joined) => {
    const before = source
    source = choose(joined)
    if (!isRunning || source === before) return
    before.stop()
    onChange()
    source.restart()
  })

  return {
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
