import type { LostCaller, LostCallerClaim, LostCallers } from '../../../shared/domain/lost-caller.ts'
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

/** What is said of someone who is to be called back, by whomever it counts for here. */
export interface BoardMark {
  readonly claim: LostCallerClaim | null
  readonly doneAtMs: number | null
  readonly revision: number
}

/** By address, what was said on this computer. */
export const marksHere = (marks: readonly LostCallerMarks[]): ReadonlyMap<string, BoardMark> =>
  new Map(
    marks.map(({ address, claimedAtMs: atMs, doneAtMs }) => {
      const claim = atMs === null ? null : { by: null, atMs, isOld: false }
      return [address, { claim, doneAtMs, revision: 0 }]
    })
  )

/** In a team its claims alone count; what was done with on this computer before stays so. */
export function withTeam(
  here: ReadonlyMap<string, BoardMark>,
  team: ReadonlyMap<string, BoardMark>
): ReadonlyMap<string, BoardMark> {
  const addresses = new Set([...here.keys(), ...team.keys()])
  return new Map(
    [...addresses].map((address) => {
      const { claim = null, revision = 0, doneAtMs = null } = team.get(address) ?? {}
      const last = Math.max(doneAtMs ?? 0, here.get(address)?.doneAtMs ?? 0)
      return [address, { claim, revision, doneAtMs: last === 0 ? null : last }]
    })
  )
}

/** Those who still wait to be called back: a talk after the attempt, or the user's word, closes it. */
export function lostCallersOf(
  { lost, talks }: Pick<LostCallerRecords, 'lost' | 'talks'>,
  marks: ReadonlyMap<string, BoardMark>,
  describe: (address: string, toldName: string | null) => Party
): Omit<LostCallers, 'isTeamOffline'> {
  const talkedAtMs = new Map(talks.map(({ address, atMs }) => [address, atMs]))
  const isOpen = ({ otherAddress, startedAtMs }: CallRecord): boolean =>
    startedAtMs > (talkedAtMs.get(otherAddress) ?? -Infinity) &&
    startedAtMs > (marks.get(otherAddress)?.doneAtMs ?? -Infinity)
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
      const mark = marks.get(last.otherAddress)
      const talkMs = talkedAtMs.get(last.otherAddress) ?? -Infinity
      const caller: LostCaller = {
        party: describe(last.otherAddress, calls.find(({ callerName }) => callerName)?.callerName ?? null),
        attemptCount: calls.length,
        firstAtMs: first.startedAtMs,
        lastAtMs: last.startedAtMs,
        lastState: last.state,
        queueNames: [...new Set(calls.flatMap(({ queueName }) => queueName ?? []))],
        // Whoever was on it then has spoken with them since, or a colleague has.
        claim: mark?.claim && mark.claim.atMs > talkMs ? mark.claim : null,
        revision: mark?.revision ?? 0
      }
      return [caller]
    }),
    anonymousCount: anonymous.length,
    anonymousLastAtMs: anonymous[0]?.startedAtMs ?? null
  }
}
