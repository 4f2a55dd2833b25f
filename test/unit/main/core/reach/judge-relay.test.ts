import { describe, expect, test } from 'vitest'
import { judgeRelay, type RelayFacts } from '../../../../../src/main/core/reach/judge-relay.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const dayMs = 86_400_000
const nowMs = 100 * dayMs
const well: RelayFacts = {
  lack: null,
  connection: { state: 'connected', server: 'tls://nats.example.com' },
  trouble: null,
  relay: 'answering',
  isStreamKnown: true,
  isCaughtUp: true,
  expiresAtMs: null,
  nowMs
}
const judge = (change: Partial<RelayFacts>) => judgeRelay({ ...well, ...change }, textByKey)
const lost = { state: 'disconnected', code: 'lost', detail: '' } as const

test('it listens where it is connected, caught up, and the relay is there', () => {
  expect(judge({})).toEqual({ state: 'listening', reason: null })
})

describe('it is deaf', () => {
  test.each<[string, Partial<RelayFacts>, string]>([
    ['where nobody is signed in', { lack: 'account' }, 'team.lack.account'],
    ['without an invitation', { lack: 'invitation', connection: null }, 'team.lack.invitation'],
    ['without its secret', { lack: 'secret', connection: null }, 'team.lack.secret'],
    ['before it is connected', { connection: { state: 'connecting' } }, 'team.connecting'],
    ['without a connection', { connection: lost, trouble: 'The cable.' }, 'The cable.'],
    [
      'where the server refuses',
      { connection: { state: 'refused', code: 'rejected', detail: '' }, trouble: 'Not you.' },
      'Not you.'
    ],
    [
      'where the credentials have ended, whatever the server says of it',
      { connection: lost, trouble: 'The cable.', expiresAtMs: nowMs },
      'team.trouble.expired'
    ],
    [
      'before the relay has said what is to be read',
      { isStreamKnown: false, isCaughtUp: false, relay: 'unknown' },
      'team.relayUnknown'
    ]
  ])('%s', (_when, change, reason) => {
    expect(judge(change)).toEqual({ state: 'deaf', reason })
  })
})

describe('it is not certain', () => {
  test.each<[string, Partial<RelayFacts>, string]>([
    ['while it catches up', { isCaughtUp: false }, 'team.catchingUp'],
    ['while the relay is silent', { relay: 'silent' }, 'team.relaySilent'],
    [
      'while both, and the invitation ends soon',
      { isCaughtUp: false, relay: 'silent', expiresAtMs: nowMs + 2 * dayMs },
      'team.relaySilent team.catchingUp team.endsSoon {"count":2}'
    ]
  ])('%s', (_when, change, reason) => {
    expect(judge(change)).toEqual({ state: 'degraded', reason })
  })
})

test.each([
  [7 * dayMs + 1, null],
  [7 * dayMs, 'team.endsSoon {"count":7}'],
  [dayMs, 'team.endsSoon {"count":1}'],
  [dayMs - 1, 'team.endsToday'],
  // Its clock may differ: what the server takes has not ended.
  [-dayMs, 'team.endsToday']
])('with %d ms left it says so in time, and listens all the same', (leftMs, reason) => {
  expect(judge({ expiresAtMs: nowMs + leftMs })).toEqual({ state: 'listening', reason })
})
