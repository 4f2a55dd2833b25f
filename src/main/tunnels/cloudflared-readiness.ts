import { get } from 'node:http'
import type { Clock } from '../core/ports.ts'

const everyMs = 3_000
const answerLimitMs = 2_000
/** A busy computer may be late once. */
const silentLimit = 2
/** A minute at most: it does not come back by itself. */
const hangingLimit = 12

export interface ReadinessWatch {
  /** What is being asked right now tells nothing any more: the log knew better meanwhile. */
  disregard(): void
  stop(): void
}

/**
 * Asks cloudflared's metrics server every three seconds whether it is connected: GET /ready answers 200 while it has a connection to
 * Cloudflare, 503 while it has none (metrics/readiness.go). No answer twice in a row means that it hangs. So a dead way is known
 * within ten seconds. `onAnswer` is told each time, `onHanging` once where it goes on hanging.
 */
export function watchReadiness(
  origin: string,
  clock: Clock,
  { onAnswer, onHanging }: { onAnswer: (isReady: boolean) => void; onHanging: () => void }
): ReadinessWatch {
  let round = 0
  let silentCount = 0
  let isStopped = false
  let cancel = (): void => undefined

  const ask = async (): Promise<void> => {
    const asked = round
    const status = await readStatus(`${origin}/ready`, clock)
    if (isStopped) return
    silentCount = status === null ? silentCount + 1 : 0
    const isKnown = status !== null || silentCount >= silentLimit
    if (isKnown && asked === round) onAnswer(status === 200)
    if (silentCount === hangingLimit) onHanging()
    // Being told may have stopped the watch.
    if (!isStopped) wait()
  }
  const wait = (): void => {
    cancel = clock.schedule(everyMs, () => void ask())
  }
  wait()

  return {
    disregard() {
      round += 1
    },
    stop() {
      isStopped = true
      cancel()
    }
  }
}

/** Null where there is no answer in time. */
const readStatus = (url: string, clock: Clock): Promise<number | null> =>
  new Promise((resolve) => {
    const request = get(url, { agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? null)
    })
    const cancel = clock.schedule(answerLimitMs, () => request.destroy())
    request.once('error', () => resolve(null))
    request.once('close', () => {
      cancel()
      resolve(null)
    })
  })
