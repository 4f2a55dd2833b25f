import type { EventEnvelope } from './event-envelope.ts'
import { eventKey } from './event-key.ts'
import { readEventTime } from './event-time.ts'
import { type Fields, flattenFields, isRecord, noFields } from './flatten-fields.ts'
import { readJson } from './read-json.ts'

export interface WebhookRequest {
  readonly method: 'GET' | 'POST'
  readonly contentType: string | null
  /** Without its question mark. */
  readonly query: string
  readonly body: string
}

export type ParsedEvent =
  | { readonly outcome: 'event'; readonly envelope: EventEnvelope }
  | { readonly outcome: 'not-an-event'; readonly why: string }

const plausibleName = /^[A-Za-z][\w.:-]{1,63}$/
const nameFields = ['event_name', 'event', 'event_type']
const accountFields = ['account_id', 'account']
const timeFields = ['timestamp', 'event_time', 'occurred_at', 'time']

/**
 * Reads one webhook in any of the shapes the API document leaves open: JSON or form by POST, or a query by GET, with the
 * metadata nested, bracketed, dotted, as one text of JSON, or flat beside the name.
 */
export function parseEvent(request: WebhookRequest, receivedAtMs: number, tokenId = ''): ParsedEvent {
  const raw = request.method === 'GET' || request.body === '' ? request.query : request.body
  const entries = readEntries(raw, request.contentType)
  if (typeof entries === 'string') return notAnEvent(entries)
  const { top, metadata } = flattenFields(entries)
  const name = take(top, nameFields)
  if (typeof name !== 'string' || !plausibleName.test(name)) return notAnEvent('There is no event_name.')
  const account = take(top, accountFields)
  const accountId =
    typeof account === 'number' || (typeof account === 'string' && account !== '') ? String(account) : null
  const ownTimeMs = readEventTime(take(top, timeFields)) ?? readEventTime(metadata['timestamp'])
  const fields = Object.keys(top).length === 0 ? metadata : Object.assign(noFields(), top, metadata)
  const key = eventKey({ name, accountId, receivedAtMs, metadata: fields, ownTimeMs })
  const { method } = request
  const occurredAtMs = ownTimeMs ?? receivedAtMs
  return {
    outcome: 'event',
    envelope: { key, name, accountId, occurredAtMs, receivedAtMs, method, metadata: fields, raw, tokenId }
  }
}

const notAnEvent = (why: string): ParsedEvent => ({ outcome: 'not-an-event', why })

type Entries = Iterable<readonly [string, unknown]>

/** The fields of a body or query, or the sentence that says why there are none. */
function readEntries(raw: string, contentType: string | null): Entries | string {
  const text = raw.trim()
  if (text === '') return 'The request carries nothing.'
  const isJson = /^[{["]/.test(text) || contentType?.includes('json') === true
  if (!isJson) return new URLSearchParams(text)
  const json = readJson(text)
  if (json.outcome === 'unreadable') return json.why
  return isRecord(json.value) ? Object.entries(json.value) : 'The body is not a JSON object.'
}

/** Removes the fields of these names and answers the first of them that says something. */
function take(fields: Fields, names: readonly string[]): unknown {
  const found = names.find((name) => fields[name] !== undefined && fields[name] !== null)
  const value = found === undefined ? undefined : fields[found]
  for (const name of names) delete fields[name]
  return value
}
