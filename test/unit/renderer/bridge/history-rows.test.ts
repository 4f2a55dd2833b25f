import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  callRow,
  compareRows,
  gapRow,
  type HistoryRow,
  HistoryRows
} from '../../../../src/renderer/bridge/history-rows.ts'
import { type CallState, isOver } from '../../../../src/shared/domain/call.ts'
import { call } from '../../../fakes/sample-records.ts'

/** What the rows do, done the slow way. */
class NaiveRows {
  rows: HistoryRow[] = []

  put(row: HistoryRow): void {
    this.remove(row.id)
    this.rows.push(row)
    const isRunning = (it: HistoryRow) => it.kind === 'call' && !isOver(it.call.state)
    this.rows.sort((a, b) => Number(isRunning(b)) - Number(isRunning(a)) || compareRows(a, b))
  }

  remove(id: string): void {
    this.rows = this.rows.filter((row) => row.id !== id)
  }
}

const states: readonly CallState[] = ['ringing', 'answered', 'ended', 'missed']
const ids = fc.integer({ min: 0, max: 12 }).map((number) => `call-${number}`)
const times = fc.integer({ min: 0, max: 9 })
const change = fc.oneof(
  fc
    .tuple(ids, times, fc.constantFrom(...states))
    .map(([id, startedAtMs, state]) => ({ put: callRow(call({ id, startedAtMs, state })) })),
  times.map((fromMs) => ({ put: gapRow({ fromMs, toMs: fromMs + 1, reason: null }) })),
  ids.map((id) => ({ remove: id }))
)

describe('the rows of the history', () => {
  test('are those of a list that is sorted after each change', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const rows = new HistoryRows()
        const naive = new NaiveRows()
        for (const it of changes) {
          if ('put' in it) {
            rows.put(it.put)
            naive.put(it.put)
          } else {
            rows.remove(it.remove)
            naive.remove(it.remove)
          }
        }
        expect(Array.from({ length: rows.length }, (_, index) => rows.at(index))).toEqual(naive.rows)
        naive.rows.forEach(({ id }, index) => expect(rows.indexOf(id)).toBe(index))
        expect(rows.at(naive.rows.length)).toBeUndefined()
        expect(rows.indexOf('nobody')).toBe(-1)
      })
    )
  })
})
