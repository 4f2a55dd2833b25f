import { createLiveValue } from '../../src/main/core/live-value.ts'
import type { TeamMembership } from '../../src/main/core/team/index.ts'

/** The place of an app that belongs to no team. */
export const neverJoined: TeamMembership = {
  joined: createLiveValue(null),
  state: createLiveValue(null),
  pulse: createLiveValue(null)
}
