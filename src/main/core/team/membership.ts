import type { LiveValue } from '../live-value.ts'
import type { TeamConnection, TeamConnectionState } from '../ports.ts'
import type { TeamAccess } from './access.ts'
import type { Pulse } from './team-news.ts'

/** This app's place in a team, for the features that share something by way of it. */
export interface TeamMembership {
  /** Null while the app belongs to no team. Another object when the invitation is another. */
  readonly joined: Pick<LiveValue<Joined | null>, 'get' | 'watch'>
  /** How the connection is; null while the app belongs to no team. */
  readonly state: Pick<LiveValue<TeamConnectionState | null>, 'get' | 'watch'>
  /** What the relay said of itself last; null before. */
  readonly pulse: Pick<LiveValue<Pulse | null>, 'get' | 'watch'>
}

export interface Joined {
  readonly team: string
  readonly connection: TeamConnection
  readonly access: TeamAccess
}
