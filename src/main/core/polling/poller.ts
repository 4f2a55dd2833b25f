import type { BudgetSubject } from '../../../shared/domain/reach.ts'
import type { Clock, Log } from '../ports.ts'
import type { ApiResult, ReadBudget } from '../voice360/index.ts'
import type { Source } from './source.ts'

const jitter = 0.1
/** A key that was rejected is not tried at the pace of one that works: twice as long each time. */
const rejectedPause = { firstMs: 30_000, mostMs: 15 * 60_000 }

export interface PolledRequest<T> {
  readonly subject: BudgetSubject
  readonly send: () => Promise<ApiResult<T>>
  readonly answered: (answer: ApiResult<T>) => void
}

interface Dependencies<T> {
  /** Null where there is nobody to ask for; it is then not asked again before a restart. */
  readonly request: () => PolledRequest<T> | null
  readonly paceMs: () => number
  readonly budget: ReadBudget
  readonly clock: Clock
  readonly log: Pick<Log, 'error'>
  readonly random?: (() => number) | undefined
}

/** Asks again and again; one request at a time. */
export function createPoller<T>(dependencies: Dependencies<T>): Source {
  const { request, paceMs, budget, clock, log, random = Math.random } = dependencies
  let cancelNext = (): void => undefined
  let run = 0
  let rejectedCount = 0
  /** When it was last answered, how much longer than usual to wait since then, and until when at least; null while it asks. */
  let pause: { readonly sinceMs: number; readonly stretch: number; readonly untilMs: number } | null = null

  async function poll(thisRun: number): Promise<void> {
    pause = null
    const asked = request()
    if (asked === null) return
    const leastPauseMs = await ask(asked, thisRun)
    if (thisRun !== run) return
    const nowMs = clock.nowMs()
    const leastMs = Math.max(leastPauseMs, budget.emptyForMs(asked.subject, nowMs))
    const wantedMs = paceMs()
    const waitMs = budget.waitMs({ subject: asked.subject, wantedMs }, nowMs)
    const stretch = (waitMs / wantedMs) * (1 + jitter * (2 * random() - 1))
    pause = { sinceMs: nowMs, stretch, untilMs: nowMs + leastMs }
    scheduleNext()
  }

  /** How long to wait at least after that. A fault of our own, such as a full disk, ends no asking: the next may go well. */
  async function ask({ send, answered }: PolledRequest<T>, thisRun: number): Promise<number> {
    try {
      const answer = await send()
      if (thisRun === run) answered(answer)
      return thisRun === run ? pauseAfter(answer) : 0
    } catch (error) {
      log.error('What was asked of Voice360 could not be taken in', { error: String(error) })
      return 0
    }
  }

  function pauseAfter(answer: ApiResult<T>): number {
    const isRejected = !answer.ok && answer.failure.kind === 'unauthorized'
    rejectedCount = isRejected ? rejectedCount + 1 : 0
    if (isRejected) return Math.min(rejectedPause.mostMs, rejectedPause.firstMs * 2 ** (rejectedCount - 1))
    return !answer.ok && answer.failure.kind === 'limited' ? answer.failure.retryAfterMs : 0
  }

  function scheduleNext(): void {
    if (pause === null) return
    cancelNext()
    const dueMs = Math.max(pause.sinceMs + paceMs() * pause.stretch, pause.untilMs)
    const thisRun = run
    cancelNext = clock.schedule(Math.max(0, dueMs - clock.nowMs()), () => void poll(thisRun))
  }

  function stop(): void {
    cancelNext()
    run += 1
    rejectedCount = 0
    pause = null
  }

  return {
    restart() {
      stop()
      void poll(run)
    },
    reconsider: scheduleNext,
    stop
  }
}
