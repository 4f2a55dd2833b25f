import { beforeEach, describe, expect, it, vi } from 'vitest'
import { HistoryStore } from '../../../../src/renderer/bridge/history-store.ts'
import { type Call, type CallCursor, type CallFilter, noFilter } from '../../../../src/shared/domain/call.ts'
import type { Gap } from '../../../../src/shared/domain/gap.ts'
import { call } from '../../../fakes/sample-records.ts'
import { ScriptedBridge } from '../../../fakes/scripted-bridge.ts'

const missed = (id: string, startedAtMs: number, change: Partial<Call> = {}): Call =>
  call({ id, startedAtMs, state: 'missed', endedAtMs: startedAtMs + 1, ...change })

let ledger: Call[]
let gaps: Gap[]
let asked: { filter: CallFilter; after: CallCursor | null; limit: number }[]
let answerLater: (() => void)[] | null
let problem: Error | null
let history: HistoryStore

beforeEach(() => {
  ledger = Array.from({ length: 450 }, (_, index) => missed(`old-${index}`, 1_000 - index))
  gaps = []
  asked = []
  answerLater = null
  problem = null
  const bridge = new ScriptedBridge(0, {
    'calls:list-calls': async (args) => {
      asked.push(args)
      const found = ledger.filter(({ startedAtMs }) => !args.after || startedAtMs < args.after.startedAtMs)
      const calls = found.slice(0, args.limit)
      const last = calls.at(-1)
      if (answerLater) await new Promise<void>((resolve) => answerLater?.push(resolve))
      if (problem) throw problem
      const next = last && found.length > args.limit ? { startedAtMs: last.startedAtMs, id: last.id } : null
      return { calls, gaps, next }
    }
  })
  history = new HistoryStore(bridge)
})

const ids = () => {
  const { rows } = history.getView()
  return Array.from({ length: rows.length }, (_, index) => rows.at(index)?.id)
}
const show = async (filter: Partial<CallFilter> = {}) => {
  history.show({ ...noFilter, ...filter })
  await vi.waitFor(() => expect(history.getView().answered).toEqual(history.getView().filter))
}

describe('the history', () => {
  it('is read page by page, and says when it ends', async () => {
    await show()
    expect(ids()).toHaveLength(200)
    await history.readMore()
    expect(history.getView().hasMore).toBe(true)
    await history.readMore()
    await history.readMore()
    expect(ids()).toEqual(ledger.map(({ id }) => id))
    expect(history.getView().hasMore).toBe(false)
    expect(asked).toHaveLength(3)
  })

  it('does not ask twice for the same filter, nor before any screen shows it', async () => {
    history.reload()
    expect(asked).toHaveLength(0)
    await show()
    await show()
    expect(asked).toHaveLength(1)
  })

  it('keeps what it showed until the next filter is answered, and never an answer to an earlier one', async () => {
    await show()
    answerLater = []
    history.show({ ...noFilter, isMine: true })
    history.show({ ...noFilter, isMissed: true })
    expect(ids()).toHaveLength(200)
    const [first, second] = answerLater
    answerLater = null
    ledger = [missed('second', 5)]
    second?.()
    await vi.waitFor(() => expect(history.getView().answered?.isMissed).toBe(true))
    first?.()
    await Promise.resolve()
    expect(history.getView().answered?.isMine).toBe(false)
  })

  it('holds the gaps of all calls, and none among what a word finds', async () => {
    gaps = [{ fromMs: 998, toMs: 999, reason: null }]
    await show()
    expect(ids().slice(0, 4)).toEqual(['old-0', 'old-1', 'old-2', 'gap 998'].toSorted(byTime))
    await show({ text: 'anna' })
    expect(ids()).not.toContain('gap 998')
  })

  it('says what went wrong and keeps what it has', async () => {
    await show()
    problem = new Error('The database is busy.')
    await history.readMore()
    expect(history.getView().error?.message).toBe('The database is busy.')
    expect(ids()).toHaveLength(200)
    problem = null
    await history.readMore()
    expect(history.getView().error).toBeNull()
    expect(ids()).toHaveLength(400)
  })

  it('asks for as much as it showed once more', async () => {
    await show()
    await history.readMore()
    ledger = ledger.slice(1)
    history.reload()
    await vi.waitFor(() => expect(ids()[0]).toBe('old-1'))
    expect(ids().length).toBeGreaterThanOrEqual(400)
  })
})

const byTime = (one: string, other: string): number => timeOf(other) - timeOf(one) || (one < other ? 1 : -1)
const timeOf = (id: string): number =>
  id.startsWith('gap ') ? Number(id.slice(4)) : 1_000 - Number(id.slice(4))

describe('a changed call', () => {
  it('enters where it belongs only if the filter lets it through', async () => {
    await show({ isMissed: true })
    history.putCall(call({ id: 'ringing', startedAtMs: 2_000, state: 'ringing' }))
    expect(ids()[0]).toBe('old-0')
    history.putCall(missed('ringing', 2_000))
    expect(ids()[0]).toBe('ringing')
  })

  it('leaves once the filter does not let it through any more', async () => {
    await show({ isMissed: true })
    history.putCall(call({ id: 'old-3', startedAtMs: 997, state: 'ended' }))
    expect(ids()).not.toContain('old-3')
  })

  it('does not enter behind the last page read', async () => {
    await show()
    history.putCall(missed('elder', 1))
    expect(ids()).not.toContain('elder')
  })

  it('is asked for again where only the ledger knows whether it is found', async () => {
    await show({ text: 'anna' })
    ledger = [missed('newest', 3_000), ...ledger]
    history.putCall(missed('newest', 3_000))
    expect(ids()).not.toContain('newest')
    await vi.waitFor(() => expect(ids()[0]).toBe('newest'))
  })

  it('stays as told when an older answer comes after it', async () => {
    answerLater = []
    history.show(noFilter)
    history.putCall(missed('old-1', 999, { isUnread: true }))
    history.removeCall('old-2')
    answerLater[0]?.()
    await vi.waitFor(() => expect(history.getView().answered).not.toBeNull())
    expect(history.callOf('old-1')?.isUnread).toBe(true)
    expect(ids()).not.toContain('old-2')
  })

  it('that is removed leaves', async () => {
    await show()
    history.removeCall('old-0')
    expect(ids()[0]).toBe('old-1')
  })
})

describe('each filter that a page can judge', () => {
  const line = { ...call().other, address: '+15550007777' }
  it.each([
    [{ isMine: true }, { isMine: true }],
    [{ queueName: 'Sales' }, { queueName: 'Sales' }],
    [{ line: line.address }, { line }],
    [{ outcome: 'solved' }, { outcome: 'solved' }],
    [{ fromMs: 2_000 }, { startedAtMs: 2_000 }],
    [{ toMs: 1_999 }, { startedAtMs: 1_998 }]
  ] satisfies [Partial<CallFilter>, Partial<Call>][])('%o', async (filter, match) => {
    await show(filter)
    const outside = { isMine: false, startedAtMs: 'fromMs' in filter ? 1_999 : 2_001 }
    history.putCall({ ...missed('other', 0), ...outside })
    history.putCall({ ...missed('match', 0), ...outside, ...match })
    expect(ids()).toContain('match')
    expect(ids()).not.toContain('other')
  })
})
