import type { ScheduledMessage } from '../../../shared/domain/message.ts'

/** A message that waits, with the parts that follow it. */
export interface ScheduledGroup {
  readonly first: ScheduledMessage
  readonly parts: readonly ScheduledMessage[]
}

/** What waits for `address`, the parts of one text together, by when it is due. */
export function groupScheduled(
  scheduled: readonly ScheduledMessage[],
  address: string
): readonly ScheduledGroup[] {
  const theirs = scheduled.filter(({ other }) => other.address === address)
  const ids = new Set(theirs.map(({ id }) => id))
  const followerOf = new Map(theirs.map((it) => [it.afterId, it]))
  const withFollowers = (first: ScheduledMessage): readonly ScheduledMessage[] => {
    const parts = [first]
    for (let next = followerOf.get(first.id); next && !parts.includes(next); next = followerOf.get(next.id)) {
      parts.push(next)
    }
    return parts
  }
  return theirs
    .filter(({ afterId }) => afterId === null || !ids.has(afterId))
    .map((first) => ({ first, parts: withFollowers(first) }))
}
