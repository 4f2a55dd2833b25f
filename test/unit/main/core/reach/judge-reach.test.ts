import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeReach, type Proof, type ReachFacts } from '../../../../../src/main/core/reach/judge-reach.ts'
import type { TunnelStatus } from '../../../../../src/shared/domain/tunnel.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const up: TunnelStatus = {
  kind: 'ssh',
  state: 'up',
  url: 'https://calls.example',
  reason: null,
  nextTryAtMs: null
}
const none: TunnelStatus = { ...up, kind: 'none', state: 'off', url: null }
const failedCheck = { atMs: 1, isPassed: false, tookMs: 1, reason: 'Nothing answers.' }

const facts = (change: Partial<ReachFacts> = {}): ReachFacts => ({
  listener: { state: 'up', port: 36_036, wantedPort: 36_036 },
  tunnel: up,
  proof: 'passed',
  check: null,
  hasAddressChange: false,
  hasOldToken: false,
  ...change
})
const judged = (change: Partial<ReachFacts>) => judgeReach(facts(change), textByKey)

describe('without a listener it is deaf', () => {
  test.each([
    [{ state: 'starting' } as const, 'reach.starting'],
    [{ state: 'failed', why: 'all taken' } as const, 'reach.cannotListen {"reason":"all taken"}']
  ])('%o', (listener, reason) => {
    expect(judged({ listener })).toEqual({ state: 'deaf', reason })
  })
})

test.each<[Proof, string, string | null]>([
  ['none', 'degraded', 'reach.unchecked'],
  ['passed', 'listening', null],
  ['heard', 'listening', null],
  ['doubted', 'degraded', 'Nothing answers.'],
  ['refuted', 'deaf', 'Nothing answers.']
])('with a tunnel that is up, what is proved decides: %s', (proof, state, reason) => {
  expect(judged({ proof, check: failedCheck })).toEqual({ state, reason })
})

test.each<[Proof, string, string | null]>([
  ['none', 'degraded', 'reach.unproven'],
  ['heard', 'listening', null]
])('where no tunnel is chosen, only an event proves it: %s', (proof, state, reason) => {
  expect(judged({ tunnel: none, proof })).toEqual({ state, reason })
})

test.each([
  [{ ...up, state: 'starting' } as const, 'reach.tunnelStarting'],
  [{ ...up, state: 'off' } as const, 'reach.tunnelStarting'],
  [{ ...up, state: 'down', reason: 'It lost the connection.' } as const, 'It lost the connection.'],
  [{ ...up, state: 'waiting', reason: 'It stopped.', nextTryAtMs: 5 } as const, 'It stopped.'],
  [{ ...up, state: 'starting', reason: 'It stopped.' } as const, 'It stopped.']
])('a tunnel that is not up is deaf, whatever was proved before: %o', (tunnel, reason) => {
  expect(judged({ tunnel, proof: 'heard' })).toEqual({ state: 'deaf', reason })
})

test('an address that changed is said, and what works else is not sure', () => {
  expect(judged({ hasAddressChange: true })).toEqual({ state: 'degraded', reason: 'reach.addressChanged' })
  expect(judged({ hasAddressChange: true, proof: 'none' }).reason).toBe(
    'reach.unchecked reach.addressChanged'
  )
})

test('the old secret is a note of what works', () => {
  expect(judged({ hasOldToken: true })).toEqual({ state: 'listening', reason: 'reach.oldToken' })
  expect(judged({ hasOldToken: true, proof: 'none' }).reason).toBe('reach.unchecked')
})

test('another port than the usual one is said where somebody entered that elsewhere', () => {
  const listener = { state: 'up', port: 36_037, wantedPort: 36_036 } as const
  const note = 'reach.portTaken {"wanted":36036,"port":36037}'
  expect(judged({ listener, tunnel: { ...up, kind: 'own-url' } }).reason).toBe(note)
  expect(judged({ listener, tunnel: { ...up, kind: 'cloudflared-named' } }).reason).toBe(note)
  expect(judged({ listener, tunnel: none, proof: 'none' }).reason).toBe(`${note} reach.unproven`)
  expect(judged({ listener }).reason).toBeNull()
  expect(judged({ listener: { ...listener, wantedPort: 0 }, tunnel: none, proof: 'heard' }).reason).toBeNull()
})

test('whatever the facts: listening is proved by an open way under the known address, and deaf says why', () => {
  const anyFacts = fc.record<ReachFacts>({
    listener: fc.constantFrom<ReachFacts['listener']>(
      { state: 'starting' },
      { state: 'failed', why: 'no' },
      { state: 'up', port: 1, wantedPort: 2 },
      { state: 'up', port: 1, wantedPort: 1 }
    ),
    tunnel: fc.record<TunnelStatus>({
      kind: fc.constantFrom('none', 'own-url', 'cloudflared-quick', 'cloudflared-named', 'ngrok', 'ssh'),
      state: fc.constantFrom('off', 'starting', 'up', 'down', 'waiting'),
      url: fc.constantFrom(null, 'https://calls.example'),
      reason: fc.constantFrom(null, 'It stopped.'),
      nextTryAtMs: fc.constant(null)
    }),
    proof: fc.constantFrom('none', 'passed', 'heard', 'doubted', 'refuted'),
    check: fc.constantFrom(null, failedCheck),
    hasAddressChange: fc.boolean(),
    hasOldToken: fc.boolean()
  })
  fc.assert(
    fc.property(anyFacts, (some) => {
      const { state, reason } = judgeReach(some, textByKey)
      const isOpen = some.tunnel.kind === 'none' || some.tunnel.state === 'up'
      const isProved = some.proof === 'passed' || some.proof === 'heard'
      const isListening = some.listener.state === 'up' && isOpen && isProved && !some.hasAddressChange
      expect(state === 'listening').toBe(isListening)
      expect(state === 'listening' || (reason ?? '') !== '').toBe(true)
      expect(state === 'deaf' || (some.listener.state === 'up' && isOpen)).toBe(true)
    })
  )
})
