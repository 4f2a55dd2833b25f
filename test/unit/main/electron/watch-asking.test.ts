import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchAsking } from '../../../../src/main/electron/watch-asking.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const isSettled = async (promise: Promise<void>): Promise<boolean> => {
  let settled = false
  const settle = () => {
    settled = true
  }
  promise.then(settle, settle)
  await vi.advanceTimersByTimeAsync(0)
  return settled
}

test('a page that never asked neither listens nor is quiet', async () => {
  const asking = watchAsking()
  const quiet = asking.untilQuiet()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await isSettled(asking.hasBegun)).toBe(false)
  expect(await isSettled(quiet)).toBe(false)
})

test('each request puts the quiet off', async () => {
  const asking = watchAsking()
  asking.note()
  expect(await isSettled(asking.hasBegun)).toBe(true)
  const quiet = asking.untilQuiet()
  await vi.advanceTimersByTimeAsync(200)
  asking.note()
  await vi.advanceTimersByTimeAsync(200)
  expect(await isSettled(quiet)).toBe(false)
  await vi.advanceTimersByTimeAsync(100)
  expect(await isSettled(quiet)).toBe(true)
})
