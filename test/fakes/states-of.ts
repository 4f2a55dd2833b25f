import { type CallStory } from '../../src/main/core/calls/call-record.ts'
import { groupFacts } from '../../src/main/core/calls/group-facts.ts'
import { type CallFact, deriveCall } from '../../src/main/core/calls/index.ts'
import type { LoggedEvent } from '../../src/main/core/diagnostics/index.ts'
import { createFactReader } from '../../src/main/core/fact-reader.ts'
import {
  deriveMessage,
  groupMessages,
  type MessageFact,
  type MessageRecord,
  stopOf
} from '../../src/main/core/messages/index.ts'
import { kindOfAddress } from '../../src/main/core/numbers/index.ts'
import { understandEvent } from '../../src/main/core/understand-event.ts'
import { parseEvent } from '../../src/main/core/webhooks/index.ts'
import type { FieldAliases } from '../../src/shared/domain/event-reading.ts'

/** What events tell, by the rules alone: each fact is taken once, all of them at once. */
export function factsOf(events: readonly LoggedEvent[], aliases: FieldAliases = {}) {
  const reader = createFactReader({ region: 'US', aliases })
  const seen = new Set<string>()
  const calls: CallFact[] = []
  const messages: MessageFact[] = []
  let notUnderstoodCount = 0
  for (const [index, { method, raw, receivedAtMs }] of events.entries()) {
    const parsed = parseEvent({ method, contentType: null, query: raw, body: raw }, receivedAtMs)
    if (parsed.outcome !== 'event') throw new Error(`${raw} is no event: ${parsed.why}`)
    const { envelope } = parsed
    if (seen.has(envelope.key)) continue
    seen.add(envelope.key)
    const understood = understandEvent(envelope, reader, `event-${index}`)
    if (understood.kind === 'call') calls.push(understood.fact)
    else if (understood.kind === 'message') messages.push(understood.fact)
    else notUnderstoodCount += 1
  }
  return { calls, messages, notUnderstoodCount }
}

/** The calls, messages and wishes for no more messages that events come to, as `withoutNames` shows them. */
export function statesOf(events: readonly LoggedEvent[], aliases: FieldAliases = {}) {
  const { calls, messages, notUnderstoodCount } = factsOf(events, aliases)
  return {
    notUnderstoodCount,
    ...withoutNames(
      groupFacts(calls).map((facts) => deriveCall('', facts)),
      groupMessages(messages).map(({ id, facts }) => deriveMessage(id, facts))
    ),
    stops: messages
      .map(stopOf)
      .filter((stop) => stop !== null)
      .map(({ isStopped, atMs }) => ({ isStopped, atMs }))
  }
}

/** Calls and messages by their times, with everyone and everything named by the order of their first appearance. */
export function withoutNames(
  calls: readonly CallStory[],
  messages: readonly (MessageRecord | null)[]
): { readonly calls: unknown; readonly messages: unknown } {
  const rename = renaming()
  const address = (text: string | null) => text && [kindOfAddress(text), rename('party', text)]
  return {
    calls: calls
      .toSorted((one, other) => one.startedAtMs - other.startedAtMs)
      .map(({ id: _id, ...call }) => ({
        ...call,
        otherAddress: address(call.otherAddress),
        line: address(call.line),
        // Short ones would pass for an extension.
        voice360Id: rename('id', call.voice360Id && `id ${call.voice360Id}`),
        callerName: rename('name', call.callerName),
        queueName: rename('queue', call.queueName)
      })),
    messages: messages
      .filter((message) => message !== null)
      .toSorted((one, other) => one.atMs - other.atMs)
      .map(({ id: _id, threadId, ...message }) => ({
        ...message,
        threadId: rename('thread', threadId),
        line: address(message.line),
        otherAddress: address(message.otherAddress),
        body: rename('body', message.body.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
      }))
  }
}

function renaming() {
  const names = new Map<string, string>()
  return (kind: string, text: string | null): string | null => {
    if (text === null || text === '' || /^\d{2,6}$/.test(text)) return text
    const key = `${kind} ${text}`
    const name = names.get(key) ?? `${kind} ${names.size + 1}`
    names.set(key, name)
    return name
  }
}
