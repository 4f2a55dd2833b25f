import type { MessageFact, StopRecord } from './message-record.ts'

/** The words that carriers know, as CTIA's Messaging Principles and Best Practices list them, and those that take them back. */
const stopWords = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'])
const startWords = new Set(['START', 'UNSTOP', 'YES'])

/** What a whole message says of wanting more: no, yes, or nothing (null). Case, spaces around it and what ends a sentence do not count. */
function readOptOut(body: string): { readonly isStopped: boolean } | null {
  const word = body
    .trim()
    .replace(/[\s\p{P}]+$/u, '')
    .toUpperCase()
  if (stopWords.has(word)) return { isStopped: true }
  return startWords.has(word) ? { isStopped: false } : null
}

/** What a received message says of whether its sender wants more of them; null where it says nothing of that. */
export function stopOf({ kind, from, body, atMs }: MessageFact): StopRecord | null {
  if (kind !== 'received' || from === null || from === '' || body === null) return null
  const word = readOptOut(body)
  return word === null ? null : { address: from, isStopped: word.isStopped, atMs }
}

/** The later of two words; of two said at one time the one that asks for no more. */
export function laterStop(one: StopRecord, other: StopRecord): StopRecord {
  if (one.atMs !== other.atMs) return one.atMs > other.atMs ? one : other
  return one.isStopped || !other.isStopped ? one : other
}
