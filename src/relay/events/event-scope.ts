import type { FactReader } from '../../main/core/fact-reader.ts'
import { kindOfAddress } from '../../main/core/numbers/index.ts'
import type { EventScope } from '../../main/core/team/index.ts'
import { asEventName, type Field, type ReadableEvent, readField } from '../../main/core/webhooks/index.ts'
import type { EventName } from '../../shared/domain/event-name.ts'

/** Whom an event is about, as far as it says so itself. */
export interface ToldScope extends EventScope {
  /** Null where it names no call. */
  readonly callId: string | null
  /** Whether such events mostly are the first that is told of a call. */
  readonly beginsCall: boolean
  /** Whether the line is only what such events mostly mean by it: what was told of the call before knows better. */
  readonly isLineGuessed: boolean
}

export interface ScopeReader extends FactReader {
  /** The account's own numbers in E.164; empty where they are not known. */
  readonly lines: ReadonlySet<string>
}

const beginnings: ReadonlySet<EventName> = new Set(['INCOMING_EXTERNAL_CALL', 'USER_DIAL'])
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
  const name = asEventName(event.name)
  return {
    callId: text('callId'),
    beginsCall: name !== null && beginnings.has(name),
    extension: extension !== null && kindOfAddress(extension) === 'extension' ? extension : null,
    queueName: text('queueName'),
    ...lineOf(name, address, lines)
  }
}

/** @param address Of who called or was called; to find it out takes longer than all else here. */
function lineOf(
  name: EventName | null,
  address: (party: 'from' | 'to') => string,
  lines: ReadonlySet<string>
): Pick<ToldScope, 'line' | 'isLineGuessed'> {
  const isOutgoing = name !== null && outgoing.has(name)
  // A colleague is called: it is about them too.
  if (name === 'USER_DIAL' && kindOfAddress(address('to')) === 'extension')
    return { line: address('to'), isLineGuessed: false }
  const [ours, theirs] = isOutgoing ? (['from', 'to'] as const) : (['to', 'from'] as const)
  const own = lines.size === 0 ? undefined : [ours, theirs].find((party) => lines.has(address(party)))
  if (own !== undefined) return { line: address(own), isLineGuessed: false }
  const party = address(ours)
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
