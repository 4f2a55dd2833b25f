import { createLiveValue } from '../live-value.ts'
import type { TeamMembership } from './membership.ts'

/** The place of an app that belongs to no team. */
export const neverJoined: TeamMembership = {
  joined: createLiveValue(null),
  state: createLiveValue(null),
  pulse: createLiveValue(null)
}
