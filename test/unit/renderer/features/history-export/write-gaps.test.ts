import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { writeGaps } from '../../../../../src/renderer/features/history-export/write-gaps.ts'
import type { ExportFormat } from '../../../../../src/renderer/features/history-export/write-history.ts'
import type { Gap } from '../../../../../src/shared/domain/gap.ts'
import { ScriptedBridge } from '../../../../fakes/scripted-bridge.ts'

const startMs = Date.UTC(2026, 10, 24, 17, 11, 35)
const gaps: readonly Gap[] = [
  { fromMs: startMs, toMs: startMs + 90_000, reason: '=the tunnel, it "stopped"' },
  { fromMs: startMs - 9_000, toMs: startMs - 4_000, reason: null }
]

async function write(format: ExportFormat, found = gaps, signal = new AbortController().signal) {
  const counts: number[] = []
  const bridge = new ScriptedBridge(0, { 'reach:list-gaps': () => found })
  const onProgress = (count: number) => void counts.push(count)
  const file = await writeGaps({ bridge, format, timeZone: 'America/New_York', signal, onProgress })
  return { text: file.parts.join(''), count: file.count, counts }
}

describe('the times it could not hear', () => {
  it('are exported as CSV, with their reasons, of which none is a formula', async () => {
    const { text, count, counts } = await write('csv')
    expect([count, counts]).toEqual([2, [2]])
    const { data } = Papa.parse(text.slice(1), { header: true, skipEmptyLines: true })
    expect(data).toEqual([
      {
        startedAt: '2026-11-24T12:11:35-05:00',
        startedAtUtc: '2026-11-24T17:11:35Z',
        endedAt: '2026-11-24T12:13:05-05:00',
        endedAtUtc: '2026-11-24T17:13:05Z',
        durationSeconds: '90',
        reason: `'=the tunnel, it "stopped"`
      },
      expect.objectContaining({ durationSeconds: '5', reason: '' })
    ])
  })

  it('are exported as JSON, none too', async () => {
    expect(JSON.parse((await write('json')).text)).toMatchObject([
      { durationSeconds: 90, reason: gaps[0]?.reason },
      { durationSeconds: 5, reason: null }
    ])
    expect(JSON.parse((await write('json', [])).text)).toEqual([])
  })

  it('are not written once that was cancelled', async () => {
    await expect(write('csv', gaps, AbortSignal.abort())).rejects.toThrow('aborted')
  })
})
