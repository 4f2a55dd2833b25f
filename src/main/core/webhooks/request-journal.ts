import type { WebhookRequestEntry } from '../../../shared/domain/diagnostics.ts'
import type { BoundedLog } from '../bounded-log.ts'
import type { Clock } from '../ports.ts'

/** A request and what was answered. */
export type RequestEntry = Omit<WebhookRequestEntry, 'id'>

/** What the listener answered, for diagnostics. */
export type RequestLog = BoundedLog<RequestEntry>

/** Writes what was answered into the log. */
export interface RequestJournal {
  /** Whoever sent it knows the address. */
  add(entry: RequestEntry): void
  /** Anybody can send these, and as many as they like: most of a flood is left out, and the next entry says how many were. */
  addStranger(entry: RequestEntry): void
}

const burst = 100
const everyMs = 1_000

export function createRequestJournal(
  log: Pick<RequestLog, 'add'>,
  clock: Pick<Clock, 'nowMs'>
): RequestJournal {
  let room = burst
  let countedAtMs = clock.nowMs()
  let leftOut = 0

  /** Room for one more comes back with each second, up to the burst. */
  function hasRoom(nowMs: number): boolean {
    const more = Math.floor((nowMs - countedAtMs) / everyMs)
    if (more !== 0) countedAtMs = nowMs
    room = Math.min(burst, room + Math.max(0, more))
    if (room === 0) return false
    room -= 1
    return true
  }

  return {
    add: (entry) => log.add(entry),
    addStranger(entry) {
      if (!hasRoom(entry.atMs + entry.tookMs)) {
        leftOut += 1
        return
      }
      const why = leftOut === 0 ? entry.why : `${entry.why ?? ''} ${leftOut} more before it are not listed.`
      leftOut = 0
      log.add({ ...entry, why })
    }
  }
}
