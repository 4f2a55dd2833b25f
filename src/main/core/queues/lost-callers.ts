import type { LostCaller, LostCallers } from '../../../shared/domain/lost-caller.ts'
import type { Party } from '../../../shared/domain/party.ts'
import type { CallRecord } from '../calls/index.ts'

/** What the user said of someone who is to be called back. Times are epoch milliseconds. */
export interface LostCallerMarks {
  readonly address: string
  readonly claimedAtMs: number | null
  /** Attempts up to then are done with. */
  readonly doneAtMs: number | null
}

/** What the ledger knows of those whom no agent of a queue answered. */
export interface LostCallerRecords {
  /** Calls that came by a queue and got nobody. */
  readonly lost: readonly CallRecord[]
  /** When someone last spoke with an address, of those of the lost calls. */
  readonly talks: readonly { readonly address: string; readonly atMs: number }[]
  readonly marks: readonly LostCallerMarks[]
}

/** Those who still wait to be called back: a talk after the attempt, or the user's word, closes it. */
export function lostCallersOf(
  { lost, talks, marks }: LostCallerRecords,
  describe: (address: string, toldName: string | null) => Party
): LostCallers {
  const talkedAtMs = new Map(talks.map(({ address, atMs }) => [address, atMs]))
  const markOf = new Map(marks.map((mark) => [mark.address, mark]))
  const isOpen = ({ otherAddress, startedAtMs }: CallRecord): boolean =>
    startedAtMs > (talkedAtMs.get(otherAddress) ?? -Infinity) &&
    startedAtMs > (markOf.get(otherAddress)?.doneAtMs ?? -Infinity)
  const open = lost.filter(isOpen).toSorted((one, other) => other.startedAtMs - one.startedAtMs)
  const anonymous = open.filter(({ otherAddress }) => otherAddress === '')
  const attempts = Map.groupBy(
    open.filter(({ otherAddress }) => otherAddress !== ''),
    ({ otherAddress }) => otherAddress
  )
  return {
    callers: [...attempts.values()].flatMap((calls) => {
      const [last] = calls
      const first = calls.at(-1)
      if (last === undefined || first === undefined) return []
      const caller: LostCaller = {
        party: describe(last.otherAddress, calls.find(({ callerName }) => callerName)?.callerName ?? null),
        attemptCount: calls.length,
        firstAtMs: first.startedAtMs,
        lastAtMs: last.startedAtMs,
        lastState: last.state,
        queueNames: [...new Set(calls.flatMap(({ queueName }) => queueName ?? []))],
        claimedAtMs: markOf.get(last.otherAddress)?.claimedAtMs ?? null
      }
      return [caller]
    }),
    anonymousCount: anonymous.length,
    anonymousLastAtMs: anonymous[0]?.startedAtMs ?? null
  }
}
