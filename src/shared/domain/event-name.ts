import { z } from 'zod'

/** The eleven event types of the API document, "Available Event Types". */
export const eventNames = [
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
export const eventNameSchema = z.enum(eventNames)
export type EventName = (typeof eventNames)[number]
