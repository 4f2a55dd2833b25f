import type { FactReader } from '../../main/core/fact-reader.ts'
import { kindOfAddress } from '../../main/core/numbers/index.ts'
import type { EventScope } from '../../main/core/team/index.ts'
import { asEventName, type Field, type ReadableEvent, readField } from '../../main/core/webhooks/index.ts'
import type { EventName } from '../../shared/domain/event-name.ts'

/** Whom an event is about, as far as it says so itself. */
export interface ToldScope extends EventScope {
  /** Null where it names no call. */
  readonly callId: string | null
  /** Whether the line is only what such events mostly mean by it: what was told of the call before knows better. */
  readonly isLineGuessed: boolean
}

export interface ScopeReader extends FactReader {
  /** The account's own numbers in E.164; empty where they are not known. */
  readonly lines: ReadonlySet<string>
}

const outgoing: ReadonlySet<EventName> = new Set(['USER_DIAL', 'SMS_SENT', 'SMS_DELIVERED'])
/** Of these the direction is certain; of the others their call may be incoming or outgoing. */
const directed: ReadonlySet<EventName> = new Set([...outgoing, 'INCOMING_EXTERNAL_CALL', 'SMS_RECEIVED'])

const maxAddressLength = 64
const maxTextLength = 200

/** Reads the fields as `readCallFact` does, but of every event: also one that nothing else is understood of belongs to someone. */
export function scopeOf(event: ReadableEvent, { readAddress, aliases, lines }: ScopeReader): ToldScope {
  const text = (field: Field): string | null =>
    readField(event.metadata, field, aliases)?.slice(0, maxTextLength) ?? null
  const address = (field: Field): string => readAddress(text(field)?.slice(0, maxAddressLength) ?? '')
  const extension = text('extension')
  const parties = { from: address('from'), to: address('to') }
  return {
    callId: text('callId'),
    extension: extension !== null && kindOfAddress(extension) === 'extension' ? extension : null,
    queueName: text('queueName'),
    ...lineOf(asEventName(event.name), parties, lines)
  }
}

function lineOf(
  name: EventName | null,
  { from, to }: { readonly from: string; readonly to: string },
  lines: ReadonlySet<string>
): Pick<ToldScope, 'line' | 'isLineGuessed'> {
  // A colleague is called: it is about them too.
  if (name === 'USER_DIAL' && kindOfAddress(to) === 'extension') return { line: to, isLineGuessed: false }
  const isOutgoing = name !== null && outgoing.has(name)
  const own = (isOutgoing ? [from, to] : [to, from]).find((party) => lines.has(party))
  if (own !== undefined) return { line: own, isLineGuessed: false }
  const party = isOutgoing ? from : to
  const kind = kindOfAddress(party)
  const isLine = kind === 'number' || (kind === 'extension' && !isOutgoing)
  return { line: isLine ? party : null, isLineGuessed: name === null || !directed.has(name) }
}

/** What an event says, and where it says nothing, what earlier events of its call did. */
export function completeScope(told: ToldScope, earlier: EventScope): EventScope {
  const { line, isLineGuessed } = told
  return {
    extension: told.extension ?? earlier.extension,
    queueName: told.queueName ?? earlier.queueName,
    line: (isLineGuessed ? (earlier.line ?? line) : line) ?? earlier.line
  }
}

export const noScope: EventScope = { extension: null, queueName: null, line: null }

export const isSameScope = (one: EventScope, other: EventScope): boolean =>
  one.extension === other.extension && one.queueName === other.queueName && one.line === other.line
