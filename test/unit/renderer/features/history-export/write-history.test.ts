import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import {
  type ExportFormat,
  writeHistory
} from '../../../../../src/renderer/features/history-export/write-history.ts'
import { type Call, noFilter } from '../../../../../src/shared/domain/call.ts'
import type { Gap } from '../../../../../src/shared/domain/gap.ts'
import { call } from '../../../../fakes/sample-records.ts'
import { type Answers, ScriptedBridge } from '../../../../fakes/scripted-bridge.ts'

const startMs = Date.UTC(2026, 10, 24, 17, 11, 35)
const calls: readonly Call[] = Array.from({ length: 1_203 }, (_, index) =>
  call({ id: `call-${index}`, startedAtMs: startMs - index * 1_000 })
)
const gap: Gap = { fromMs: startMs - 500_500, toMs: startMs - 499_500, reason: 'The tunnel stopped.' }

const listCalls: Answers['calls:list-calls'] = ({ after, limit }) => {
  const start = after ? calls.findIndex(({ id }) => id === after.id) + 1 : 0
  const page = calls.slice(start, start + limit)
  const last = page.at(-1)
  const next = last && start + limit < calls.length ? { startedAtMs: last.startedAtMs, id: last.id } : null
  // It lies across the border of the first two pages.
  return { calls: page, gaps: start < 1_000 ? [gap] : [], next }
}

const write = (
  format: ExportFormat,
  answer: Answers['calls:list-calls'] = listCalls,
  signal: AbortSignal = new AbortController().signal,
  onProgress: (count: number) => void = () => {}
) =>
  writeHistory({
    bridge: new ScriptedBridge(0, { 'calls:list-calls': answer }),
    filter: noFilter,
    format,
    timeZone: 'America/New_York',
    signal,
    onProgress
  })

describe('an export', () => {
  it('holds every call once, and each gap once, as CSV', async () => {
    const counts: number[] = []
    const { parts, count } = await write('csv', listCalls, undefined, (read) => counts.push(read))
    const text = parts.join('')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const { data } = Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true })
    expect(count).toBe(1_203)
    expect(counts).toEqual([500, 1_000, 1_203])
    expect(data.filter(({ kind }) => kind === 'call').map(({ id }) => id)).toEqual(calls.map(({ id }) => id))
    expect(data.filter(({ kind }) => kind === 'not listening')).toMatchObject([
      { startedAtUtc: '2026-11-24T17:03:14Z', reason: 'The tunnel stopped.' }
    ])
  })

  it('tells times in the zone of the profile and in UTC', async () => {
    const { parts } = await write('json')
    const [first] = JSON.parse(parts.join(''))
    expect(first).toMatchObject({
      startedAt: '2026-11-24T12:11:35-05:00',
      startedAtUtc: '2026-11-24T17:11:35Z',
      result: calls[0]?.state
    })
    const lines: { readonly reason: string | null }[] = JSON.parse(parts.join(''))
    expect(lines).toHaveLength(1_204)
    expect(lines.map(({ reason }) => reason).filter(Boolean)).toEqual(['The tunnel stopped.'])
  })

  it('of nothing is a file without lines', async () => {
    const none = () => ({ calls: [], gaps: [], next: null })
    expect(JSON.parse((await write('json', none)).parts.join(''))).toEqual([])
    expect((await write('csv', none)).parts.join('').trim().split('\r\n')).toHaveLength(1)
  })

  it('writes nothing where a page cannot be read', async () => {
    const failing: Answers['calls:list-calls'] = (args) => {
      if (args.after) throw new Error('The database is busy.')
      return listCalls(args)
    }
    await expect(write('csv', failing)).rejects.toThrow('The database is busy.')
  })

  it('stops when it is cancelled', async () => {
    const stop = new AbortController()
    await expect(write('csv', listCalls, stop.signal, () => stop.abort())).rejects.toThrow('aborted')
  })
})
