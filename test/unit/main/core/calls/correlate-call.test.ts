import { describe, expect, it } from 'vitest'
import { correlateCall } from '../../../../../src/main/core/calls/correlate-call.ts'
import type { CallFact, ToldCall } from '../../../../../src/main/core/calls/index.ts'

const second = 1_000
const minute = 60 * second
const nowMs = Date.UTC(2026, 0, 15, 10, 30)

function fact(kind: CallFact['kind'], atMs: number, more: Partial<CallFact> = {}): CallFact {
  return {
    kind,
    atMs: nowMs + atMs,
    callId: null,
    from: '+15551234567',
    to: '+15559876543',
    extension: null,
    queueName: null,
    callerName: null,
    dialId: null,
    source: `event-${atMs}`,
    about: null,
    ...more
  }
}
const call = (id: string, ...facts: readonly CallFact[]): ToldCall => ({ id, facts })
const joins = (told: CallFact, ...known: readonly ToldCall[]) => correlateCall(told, known)?.id ?? null

describe('correlateCall by id', () => {
  it('finds the call of that id, whatever the numbers', () => {
    const known = call('a', fact('incoming', 0, { callId: 'c1' }))
    expect(joins(fact('ended', 9 * 60 * minute, { callId: 'c1', from: null, to: null }), known)).toBe('a')
  })

  it('opens another call for another id, even of the same numbers', () => {
    const known = call('a', fact('incoming', 0, { callId: 'c1' }))
    expect(joins(fact('incoming', second, { callId: 'c2' }), known)).toBeNull()
    expect(joins(fact('answered', second, { callId: 'c2' }), known)).toBeNull()
  })
})

describe('correlateCall by numbers and time', () => {
  const ringing = call('a', fact('incoming', 0))

  it('gives an event without id to the nearest call of the same numbers', () => {
    const earlier = call('b', fact('incoming', -5 * minute), fact('ended', -4 * minute))
    expect(joins(fact('answered', 5 * second, { extension: '1001' }), earlier, ringing)).toBe('a')
    expect(joins(fact('ended', -4 * minute + second), earlier, ringing)).toBe('b')
    expect(joins(fact('answered', second, { from: '+15550000000' }), ringing)).toBeNull()
  })

  it('tells two callers to one line apart', () => {
    const other = call('b', fact('incoming', second, { from: '+15552222222' }))
    expect(joins(fact('answered', 2 * second), other, ringing)).toBe('a')
    expect(joins(fact('answered', 2 * second, { from: '+15552222222' }), other, ringing)).toBe('b')
  })

  it('opens a second call when the same person calls again', () => {
    expect(
      joins(fact('incoming', 2 * minute), call('a', fact('incoming', 0), fact('ended', minute)))
    ).toBeNull()
    expect(
      joins(fact('answered', 3 * minute), call('a', fact('incoming', 0), fact('ended', minute)))
    ).toBeNull()
  })

  it('gives a late opening to the call whose other events came first', () => {
    const answered = call('a', fact('answered', 8 * second, { extension: '1001' }))
    expect(joins(fact('incoming', 0), answered)).toBe('a')
    expect(joins(fact('incoming', minute), answered)).toBeNull()
  })

  it('falls back on the extension where no number is told', () => {
    const answered = call('a', fact('incoming', 0), fact('answered', second, { extension: '1001' }))
    const bare = { from: null, to: null }
    expect(joins(fact('ended', minute, { ...bare, extension: '1001' }), answered)).toBe('a')
    expect(joins(fact('ended', minute, { ...bare, extension: '1002' }), answered)).toBeNull()
  })
})

describe('correlateCall of our own dial', () => {
  const placed = (atMs: number, more: Partial<CallFact> = {}) =>
    fact('placed', atMs, { from: null, to: '+15551234567', extension: '1001', dialId: 'd1', ...more })
  const dialed = (atMs: number, more: Partial<CallFact> = {}) =>
    fact('dialed', atMs, { from: '1001', to: '+15551234567', extension: '1001', ...more })

  it('joins its USER_DIAL, whose id may be another than that of the answer', () => {
    const mine = call('a', placed(0, { callId: 'api-1' }))
    expect(joins(dialed(20 * second, { callId: 'w1' }), mine)).toBe('a')
    expect(joins(dialed(-30 * second, { callId: 'w1' }), mine)).toBe('a')
    expect(joins(placed(0, { callId: 'api-1' }), call('b', dialed(second, { callId: 'w1' })))).toBe('b')
  })

  it('does not join the dial of a colleague, of another number, or of another time', () => {
    const mine = call('a', placed(0))
    expect(joins(dialed(second, { from: '1002', extension: '1002' }), mine)).toBeNull()
    expect(joins(dialed(second, { to: '+15553333333' }), mine)).toBeNull()
    expect(joins(dialed(5 * minute), mine)).toBeNull()
  })

  it('keeps two dials of one number apart', () => {
    const first = call('a', placed(0, { callId: 'api-1' }), dialed(second, { callId: 'w1' }))
    const next = call('b', placed(minute, { callId: 'api-2', dialId: 'd2' }))
    expect(joins(dialed(minute + second, { callId: 'w2' }), first, next)).toBe('b')
    expect(joins(placed(minute, { dialId: 'd2' }), first)).toBeNull()
  })

  it('keeps a dial of a colleague apart from any other of the same phone', () => {
    const outside = call('a', dialed(0, { callId: 'w1' }))
    const inside = call('b', dialed(0, { callId: 'w2', to: '1004' }))
    expect(joins(placed(minute, { to: '1002' }), outside, inside)).toBeNull()
    expect(joins(dialed(minute, { callId: 'w3', to: '1002' }), call('c', placed(0)))).toBeNull()
    expect(joins(dialed(second, { callId: 'w3', to: '1002' }), call('c', placed(0, { to: '1002' })))).toBe(
      'c'
    )
    // The phone that is to dial rings first.
    expect(joins(dialed(second, { callId: 'w3', to: '1001' }), call('c', placed(0)))).toBe('c')
  })

  it('is not the call of the same number that was over before it', () => {
    const over = call('a', dialed(0, { callId: 'w1' }), fact('ended', 20 * second, { callId: 'w1' }))
    expect(joins(placed(minute), over)).toBeNull()
    expect(joins(placed(25 * second), over)).toBe('a')
  })

  it('does not mistake the called person calling back for it', () => {
    expect(joins(fact('incoming', second), call('a', placed(0)))).toBeNull()
    expect(joins(fact('answered', second), call('a', placed(0)))).toBeNull()
  })
})
