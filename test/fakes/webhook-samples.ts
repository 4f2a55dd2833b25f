import { type EventEnvelope, parseEvent } from '../../src/main/core/webhooks/index.ts'

export const sampleTimeMs = Date.UTC(2026, 0, 15, 10, 30)

/** A webhook's body as the API documents it; `afterSeconds` counts from `sampleTimeMs`. */
export const webhookBody = (
  name: string,
  metadata: Readonly<Record<string, unknown>>,
  afterSeconds = 0
): string =>
  JSON.stringify({
    event_name: name,
    account_id: '61',
    timestamp: sampleTimeMs / 1000 + afterSeconds,
    metadata
  })

/** The same as an event that the listener has read. */
export function webhookEvent(...sample: Parameters<typeof webhookBody>): EventEnvelope {
  const request = {
    method: 'POST',
    contentType: 'application/json',
    query: '',
    body: webhookBody(...sample)
  } as const
  const parsed = parseEvent(request, sampleTimeMs, 'token-1')
  if (parsed.outcome !== 'event') throw new Error(parsed.why)
  return parsed.envelope
}
