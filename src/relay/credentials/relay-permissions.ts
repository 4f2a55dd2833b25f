import { eventStream, type SubjectPermissions, teamBucket } from '../../main/core/team/index.ts'
import { callsBucket, leaderBucket } from '../nats/buckets.ts'

/** What a relay's own credentials have to allow. It reads no desktop's subjects but the streams' own, and hears who leads no more. */
export const relayPermissions: SubjectPermissions = {
  publish: [
    '$JS.API.>',
    `${eventStream.stored}.>`,
    ...[teamBucket, callsBucket, leaderBucket].map((bucket) => `$KV.${bucket}.>`),
    'voice360.presence.>'
  ],
  subscribe: ['_INBOX.>', `$KV.${leaderBucket}.>`]
}
