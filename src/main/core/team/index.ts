export {
  eventFilters,
  permissionsOf,
  type SubjectPermissions,
  type TeamAccess,
  teamAccessSchema,
  workFilters
} from './access.ts'
export {
  type Invitation,
  type InvitationTrouble,
  invitationSchema,
  readInvitation,
  type TeamCredentials,
  writeInvitation
} from './invitation.ts'
export type { Joined, TeamMembership } from './membership.ts'
export { packed, unpacked } from './packing.ts'
export { type RelayedEvent, relayedEventSchema } from './relayed-event.ts'
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
export {
  type Freshness,
  type PresenceDifference,
  type PresenceSnapshot,
  type Pulse,
  presenceDifferenceSchema,
  presenceSnapshotSchema,
  pulseSchema,
  type QueuesSnapshot,
  queuesSnapshotSchema
} from './team-news.ts'
export { createTeamOrApi } from './team-or-api.ts'
export { createTeamPresence } from './team-presence.ts'
export { createTeamQueues } from './team-queues.ts'
export { differenceTo, presenceOf, type ToldPresence, withDifference } from './told-presence.ts'
