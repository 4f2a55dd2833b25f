import { beforeEach, expect, test } from 'vitest'
import { createDialHistory, type DialHistory } from '../../../../../src/main/core/dialing/dial-history.ts'
import type { PastDial } from '../../../../../src/main/core/intent.ts'

let kept: readonly PastDial[]
let history: DialHistory
let changeCount: number

const dial = (to: string, createdAtMs: number): PastDial => ({
  kind: 'dial',
  id: `${to} ${createdAtMs}`,
  createdAtMs,
  to,
  fromExtension: '1001',
  callerId: null,
  isRecorded: false,
  isUnsure: false
})

beforeEach(() => {
  kept = []
  changeCount = 0
  history = createDialHistory({ listLastDials: (limit) => Promise.resolve(kept.slice(0, limit)) })
  history.changed.watch(() => {
    changeCount += 1
  })
})

const newest = (limit = 10) => history.newest(limit).map(({ id }) => id)

test('knows the newest dial to each address, newest first', () => {
  history.add(dial('1002', 1))
  history.add(dial('1003', 2))
  history.add(dial('1002', 3))
  expect(newest()).toEqual(['1002 3', '1003 2'])
  expect(newest(1)).toEqual(['1002 3'])
  expect(history.last('1003')?.createdAtMs).toBe(2)
  expect(history.last('1004')).toBeNull()
  expect(changeCount).toBe(3)
})

test('is what the ledger holds, once it was read', async () => {
  history.add(dial('1009', 9))
  kept = [dial('1003', 2), dial('1002', 1)]
  await history.load()
  expect(newest()).toEqual(['1003 2', '1002 1'])
  history.add(dial('1002', 3))
  expect(newest()).toEqual(['1002 3', '1003 2'])
})

test('remembers a thousand', () => {
  for (let count = 0; count < 1_001; count += 1) history.add(dial(String(count), count))
  expect(newest(2_000)).toHaveLength(1_000)
  expect(history.last('0')).toBeNull()
  expect(history.last('1')).not.toBeNull()
})
