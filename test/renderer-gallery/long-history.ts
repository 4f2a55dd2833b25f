import type { Call } from '../../src/shared/domain/call.ts'
import { sampleCalls } from '../fakes/sample-office.ts'
import type { Answers } from '../fakes/scripted-bridge.ts'

const minuteMs = 60_000

/** As many calls as asked for, newest first: the sample office's, over and over. */
export function longHistory(nowMs: number, count: number): readonly Call[] {
  const over = sampleCalls(nowMs).filter(({ endedAtMs }) => endedAtMs !== null)
  return Array.from({ length: count }, (_, index) => {
    const like = over[index % over.length]
    if (!like) throw new Error('The sample office has no calls')
    const byMs = nowMs - index * minuteMs - like.startedAtMs
    const moved = (atMs: number | null) => (atMs === null ? null : atMs + byMs)
    return {
      ...like,
      id: `long-${index}`,
      startedAtMs: like.startedAtMs + byMs,
      answeredAtMs: moved(like.answeredAtMs),
      endedAtMs: moved(like.endedAtMs)
    }
  })
}

/** A ledger of that many calls: paged as asked, or all in one page, as if someone had scrolled to the end. */
export function longHistoryAnswers(nowMs: number, count: number, isOnePage: boolean): Partial<Answers> {
  const calls = longHistory(nowMs, count)
  return {
    'popup:list-cards': () => [],
    'calls:list-calls': ({ after, limit }) => {
      if (isOnePage) return { calls, gaps: [], next: null }
      const start = after ? Number(after.id.slice('long-'.length)) + 1 : 0
      const page = calls.slice(start, start + limit)
      const last = page.at(-1)
      const next = last && start + limit < count ? { startedAtMs: last.startedAtMs, id: last.id } : null
      return { calls: page, gaps: [], next }
    }
  }
}
