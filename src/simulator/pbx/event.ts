/** "Available Event Types" of the API's document. */
export const allEventNames = [
  'INCOMING_EXTERNAL_CALL',
  'CALL_ENDED',
  'USER_DIAL',
  'USER_ANSWER',
  'USER_HANGUP',
  'SMS_RECEIVED',
  'SMS_SENT',
  'SMS_DELIVERED',
  'QUEUE_NO_ANSWER',
  'QUEUE_HANGUP_TIMEOUT',
  'QUEUE_HANGUP_ABANDONED'
] as const

export type EventName = (typeof allEventNames)[number]

export type EventMetadata = Readonly<Record<string, string | number>>

/** Something that happened in the office, before it becomes a webhook. */
export interface PbxEvent {
  readonly name: EventName
  readonly atMs: number
  readonly metadata: EventMetadata
}

export type EmitEvent = (event: PbxEvent) => void
