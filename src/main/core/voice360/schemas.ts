import { z } from 'zod'
import { timeZoneSchema } from '../../../shared/time/time-zone.ts'
import { plainText } from '../plain-text.ts'

// Shapes of the API document. What it does not promise is optional or nullable here, and unknown fields are dropped, so that an
// answer with more or less than the document shows still serves.

const text = z.coerce.string().transform(plainText)
const optionalText = text.nullish().transform((value) => value ?? null)

/** Around every answer (API document, "Response Format"). */
export const envelopeSchema = z.object({
  result: z.unknown(),
  error: z.boolean(),
  message: optionalText,
  error_code: optionalText
})

const channelSchema = z.object({
  to: text.default(''),
  from: text.default(''),
  call_seconds: z.coerce.number().nonnegative().catch(0),
  direction: optionalText
})
export type ApiChannel = z.output<typeof channelSchema>

/** One person of `GET /availability`; the public view has no `channels`. */
const availabilitySchema = z.object({
  presence_id: text,
  callerID: optionalText,
  first_name: optionalText,
  last_name: optionalText,
  devices_registered: z.boolean(),
  channels: z
    .array(channelSchema)
    .nullish()
    .transform((channels) => channels ?? null)
})
export const availabilitiesSchema = z.array(availabilitySchema)
export type ApiAvailability = z.output<typeof availabilitySchema>

const queueSchema = z.object({
  pk: z.number(),
  name: text,
  queue_name: text,
  extension: optionalText,
  strategy: optionalText,
  timeout: z.number().nullish(),
  retry: z.number().nullish(),
  wrapuptime: z.number().nullish(),
  maxlen: z.number().nullish()
})
export const queuesSchema = z.array(queueSchema)
/** `GET /queues/{id}`: what its members are called is not documented, so all else is kept as it comes. */
export const queueDetailsSchema = queueSchema.loose()
export type ApiQueueDetails = z.output<typeof queueDetailsSchema>

export const queueAvailabilitySchema = z.object({
  pk: z.number(),
  name: text,
  queue_name: text,
  extension: optionalText,
  is_ready: z.boolean(),
  agents_online: z.number(),
  agents_available: z.number(),
  agents_on_call: z.number(),
  active_calls: z.number()
})
export const queueAvailabilitiesSchema = z.array(queueAvailabilitySchema)
export type ApiQueueAvailability = z.output<typeof queueAvailabilitySchema>

/** `GET /user` (API document, "User Profile & Numbers"). */
export const profileSchema = z.object({
  presence_id: text,
  callerID: optionalText,
  first_name: optionalText,
  last_name: optionalText,
  email: optionalText,
  time_zone: timeZoneSchema
})
export type ApiProfile = z.output<typeof profileSchema>

const numberSchema = z.object({
  number: text,
  friendly_name: optionalText,
  sms_enabled: z.boolean().catch(false)
})
export const numbersSchema = z.array(numberSchema)
export type ApiNumber = z.output<typeof numberSchema>

/** `POST /call/outbound`: accepted is accepted, even where the answer holds no id. */
export const placedCallSchema = z.object({ call_id: optionalText }).catch({ call_id: null })

/** `POST /sms/send`: its answer is not documented; an id is taken where there is one. */
export const sentMessageSchema = z
  .object({ message_id: optionalText, id: optionalText })
  .transform((result) => ({ message_id: result.message_id ?? result.id }))
  .catch({ message_id: null })
