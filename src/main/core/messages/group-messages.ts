import { assignReceipts, type Part, partOf } from './assign-receipts.ts'
import type { MessageFact } from './message-record.ts'
import { nameMessage } from './name-message.ts'
import { inOrder, isImported } from './order-facts.ts'

export interface KnownMessage {
  readonly id: string
  readonly facts: readonly MessageFact[]
}

type Facts = readonly MessageFact[]

/**
 * Divides facts into messages. Which ones belong together depends on the facts alone, not on the order in which they came or how
 * often: those of one intent or one Voice360 id are one message, and receipts without such a link are matched by numbers, text
 * and time. It is enough to give the facts that can have to do with each other.
 */
export function groupMessages(facts: Facts): readonly KnownMessage[] {
  const distinct = inOrder(facts)
  const groups = [
    ...groupReceived(distinct.filter(({ kind }) => kind === 'received')),
    ...groupSent(distinct.filter(({ kind }) => kind !== 'received'))
  ]
  return groups.map((group) => ({ id: nameMessage(group), facts: inOrder(group) }))
}

/** Those of one id; one without an id belongs to the first that says the same. */
function groupReceived(facts: Facts): readonly Facts[] {
  const byId = groupBy(facts, ({ messageId }) => messageId)
  const without = facts.filter(({ messageId }) => messageId === null)
  return joinSame(groupsOf(byId), groupsOf(groupBy(without, contentOf)))
}

function groupSent(facts: Facts): readonly Facts[] {
  const { own, told } = linkById(facts)
  const isOnlyImported = (group: Facts): boolean => group.every(isImported)
  const without = facts.filter(({ intentId, messageId }) => intentId === null && messageId === null)
  const those = (are: (fact: MessageFact) => boolean) => groupsOf(groupBy(without.filter(are), contentOf))
  const receipts = (wanted: MessageFact['kind']) => those((fact) => fact.kind === wanted && !isImported(fact))
  const rounds = [told.filter((group) => !isOnlyImported(group)), receipts('sent'), receipts('delivered')]
  let messages = shownOf(own)
  for (const round of rounds) messages = assignReceipts(messages, shownOf(round))
  const hidden = [...own, ...rounds.flat()].filter((group) => partOf(group) === null)
  const home = [...messages.map((message) => message.facts), ...hidden]
  return joinSame(home, [...told.filter(isOnlyImported), ...those(isImported)])
}

/** Facts of one intent, with what was told under the id of its answer; and what was told under another id. */
function linkById(facts: Facts): { readonly own: readonly Facts[]; readonly told: readonly Facts[] } {
  const intents = groupBy(facts, ({ intentId }) => intentId)
  const told = new Map(groupBy(facts, ({ intentId, messageId }) => (intentId === null ? messageId : null)))
  const own = [...intents.values()].map((group) => {
    // An id that two intents were answered with cannot tell which of them is meant: the first takes it.
    const linked = [...new Set(group.flatMap(({ messageId }) => messageId ?? []))].flatMap((id) => {
      const found = told.get(id) ?? []
      told.delete(id)
      return found
    })
    return [...group, ...linked]
  })
  return { own, told: groupsOf(told) }
}

/** Adds each of the groups to the first one that says the same under no other id, or lets it be one of its own. */
function joinSame(home: readonly Facts[], groups: readonly Facts[]): readonly Facts[] {
  const all = home.map((group) => [...group])
  for (const group of groups) {
    const [first] = group
    const same = all.find(
      (other) => first !== undefined && saysSame(other, first) && !haveOtherIds(other, group)
    )
    if (same === undefined) all.push([...group])
    else same.push(...group)
  }
  return all
}

/** Compared with what the group comes to, since that is what it is found by: see `message-neighbours.ts`. */
function saysSame(group: Facts, { from, to, atMs, body }: MessageFact): boolean {
  const record = partOf(group)?.record
  if (record === undefined || record.atMs !== atMs || record.body !== (body ?? '')) return false
  const [sender, receiver] =
    record.direction === 'in' ? [record.otherAddress, record.line] : [record.line, record.otherAddress]
  return sender === from && receiver === to
}

function haveOtherIds(one: Facts, other: Facts): boolean {
  const ids = (group: Facts) =>
    group.flatMap(({ intentId, messageId }) => (intentId === null ? (messageId ?? []) : []))
  const known = ids(one)
  return known.length > 0 && ids(other).some((id) => !known.includes(id))
}

const shownOf = (groups: readonly Facts[]): readonly Part[] =>
  groups.map(partOf).filter((part) => part !== null)

const contentOf = ({ from, to, body, atMs }: MessageFact): string => JSON.stringify([from, to, body, atMs])

/** The facts that have a key, by it, in the order of their first ones. */
function groupBy(facts: Facts, keyOf: (fact: MessageFact) => string | null): ReadonlyMap<string, Facts> {
  const groups = new Map<string, MessageFact[]>()
  for (const fact of facts) {
    const key = keyOf(fact)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [fact])
    else group.push(fact)
  }
  return groups
}

const groupsOf = (groups: ReadonlyMap<string, Facts>): readonly Facts[] => [...groups.values()]
