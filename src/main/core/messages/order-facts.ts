import type { MessageFact } from './message-record.ts'

/** What a fact says, without where it comes from: two deliveries of one event say the same. */
const contentOf = (fact: MessageFact): string =>
  JSON.stringify([fact.kind, fact.from, fact.to, fact.body, fact.messageId, fact.intentId, fact.reason])

/** Each fact once, in an order that depends on nothing but what facts say and, for two that say the same, where they come from. */
export function inOrder(facts: readonly MessageFact[]): readonly MessageFact[] {
  const distinct = new Map<string, MessageFact>()
  for (const fact of facts) {
    const key = `${contentOf(fact)}\n${fact.atMs}\n${fact.source}`
    if (!distinct.has(key)) distinct.set(key, fact)
  }
  return [...distinct]
    .toSorted(([key, fact], [otherKey, other]) => fact.atMs - other.atMs || (key < otherKey ? -1 : 1))
    .map(([, fact]) => fact)
}

const importedPrefix = 'import-'

/** The source of a message from a file; `key` is made of its content. */
export const importSource = (key: string): string => `${importedPrefix}${key}`
export const isImported = ({ source }: MessageFact): boolean => source.startsWith(importedPrefix)
