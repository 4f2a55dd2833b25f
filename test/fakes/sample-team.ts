import type { Invitation, Pulse } from '../../src/main/core/team/index.ts'

/** An invitation of agent 1001 of account 61, by a JWT, unless `change` says otherwise. */
export const sampleInvitation = (change: Partial<Invitation> = {}): Invitation => ({
  version: 1,
  team: 'Northern region',
  servers: ['tls://nats.example.com:4222'],
  authority: null,
  credentials: { kind: 'jwt', jwt: 'a.jwt.that-is-no-secret', seed: 'SUASEEDTHATISASECRET' },
  inbox: '_INBOX.agent_1001',
  expiresAtMs: null,
  access: {
    accountId: 61,
    extension: '1001',
    queueNames: ['Support Queue'],
    lines: ['+15551234567'],
    isTeamWide: false,
    presence: 'with-calls',
    sharesWork: true
  },
  ...change
})

const fresh = { asOfMs: null, staleSinceMs: null, staleReason: null }

/** What a relay says whose stream was made at 1,000 and holds everything up to number 40, unless `stream` says otherwise. */
export const samplePulse = (atMs: number, stream: Partial<Pulse['stream']> = {}): Pulse => ({
  atMs,
  relay: 'relay-1',
  stream: { createdAtMs: 1_000, firstSeq: 1, firstAtMs: 1_000, lastSeq: 40, ...stream },
  lastEventAtMs: null,
  presence: { ...fresh, revisions: { 'online-only': null, 'with-calls': null } },
  queues: { ...fresh, revision: null }
})
