import type { Faults } from '../faults.ts'
import type { EventMetadata, PbxEvent } from '../pbx/event.ts'

/** "Example Webhook Payload" of the API's document. */
export interface WebhookPayload {
  readonly event_name: string
  readonly account_id: string
  /** Epoch seconds. */
  readonly timestamp: number
  readonly metadata: EventMetadata
}

/** Names that other telephone systems give to the same things. */
const alternativeNames: Readonly<Record<string, string>> = {
  call_id: 'uniqueid',
  message_id: 'id',
  from_number: 'from',
  to_number: 'to',
  body: 'message',
  extension: 'user',
  caller_name: 'caller_id_name',
  queue_name: 'queue',
  queue_id: 'queue_pk',
  duration: 'billsec'
}

export function webhookPayload(
  event: PbxEvent,
  accountId: number,
  names: Faults['field_names']
): WebhookPayload {
  return {
    event_name: event.name,
    account_id: String(accountId),
    timestamp: Math.floor(event.atMs / 1000),
    metadata: names === 'documented' ? event.metadata : renamed(event.metadata)
  }
}

function renamed(metadata: EventMetadata): EventMetadata {
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [alternativeNames[name] ?? name, value])
  )
}
