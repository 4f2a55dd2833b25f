import type { QueueStrategy } from './office-plan.ts'

/** What a strategy looks at, apart from who is free. */
interface QueueHistory {
  readonly answeredCalls: ReadonlyMap<string, number>
  readonly lastRung: string | undefined
}

type Strategy = (
  members: readonly string[],
  history: QueueHistory,
  isFree: (extension: string) => boolean
) => readonly string[]

/** Which of the free members a queue rings next; `members` is all of them, in the queue's order. */
export const agentsToRing: Readonly<Record<QueueStrategy, Strategy>> = {
  ringall: (members, _history, isFree) => members.filter(isFree),

  fewestcalls: (members, { answeredCalls }, isFree) => {
    const answered = (extension: string) => answeredCalls.get(extension) ?? 0
    return members
      .filter(isFree)
      .toSorted((a, b) => answered(a) - answered(b))
      .slice(0, 1)
  },

  rrmemory: (members, { lastRung }, isFree) => {
    const start = lastRung === undefined ? 0 : members.indexOf(lastRung) + 1
    return [...members.slice(start), ...members.slice(0, start)].filter(isFree).slice(0, 1)
  }
}
