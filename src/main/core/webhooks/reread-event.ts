import type { ReadableEvent } from './event-envelope.ts'
import { parseEvent } from './read-event.ts'

interface KeptEvent {
  readonly name: string
  readonly occurredAtMs: number
  readonly receivedAtMs: number
  readonly method: 'GET' | 'POST'
  readonly raw: string
}

/** A kept event with its fields, as it was read when it came; null where its content was deleted. */
export function rereadEvent({
  name,
  occurredAtMs,
  receivedAtMs,
  method,
  raw
}: KeptEvent): ReadableEvent | null {
  if (raw === '') return null
  const parsed = parseEvent({ method, contentType: null, query: raw, body: raw }, receivedAtMs)
  return parsed.outcome === 'event' ? { name, occurredAtMs, metadata: parsed.envelope.metadata } : null
}
