export {
  eventFilters,
  permissionsOf,
  type SubjectPermissions,
  type TeamAccess,
  teamAccessSchema
} from './access.ts'
export { type Author, type Written, writtenSchema } from './author.ts'
export {
  type Invitation,
  invitationSchema,
  readInvitation,
  type TeamCredentials,
  writeInvitation
} from './invitation.ts'
export type { Joined, TeamMembership } from './membership.ts'
export { packed, unpacked } from './packing.ts'
export { readShared, revisionOf } from './read-shared.ts'
export { type RelayedEvent, relayedEventSchema } from './relayed-event.ts'
export { createSharedWork, type SharedWork } from './shared-work.ts'
export { createStreamFollower, type FollowedStream, type StreamFollower } from './stream-follower.ts'
export {
  type EventScope,
  eventStream,
  eventSubject,
  type LiveStream,
  type PresenceView,
  presenceSubject,
  subjectToken,
  teamBucket,
  teamKeys,
  workBucket,
  workStream
} from './subjects.ts'
export { createTeamEvents, type TeamEventsDependencies } from './team-events.ts'
export {
  type Freshness,
  type Pulse,
  presenceDifferenceSchema,
  presenceSnapshotSchema,
  pulseEveryMs,
  pulseSchema,
  queuesSnapshotSchema
} from './team-news.ts'
export { createTeamOrApi } from './team-or-api.ts'
export { createTeamPresence } from './team-presence.ts'
export { createTeamQueues } from './team-queues.ts'
export { createTeamService, type TeamLack, type TeamService } from './team-service.ts'
export { differenceTo, presenceOf, type ToldPresence, withDifference } from './told-presence.ts'
export type { SharedKind } from './work-key.ts'
export { writeConflicts } from './write-conflicts.ts'
