import { createLiveValue } from '../../src/main/core/live-value.ts'
import type { TeamMembership } from '../../src/main/core/team/index.ts'

/** An app that belongs to no team. */
export const noTeam: TeamMembership = {
  joined: createLiveValue(null),
  state: createLiveValue(null),
  pulse: createLiveValue(null)
}
