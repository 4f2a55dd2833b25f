import { z } from 'zod'
import { messageStateSchema } from '../../../../shared/domain/message.ts'
import { shortText } from '../../imports/index.ts'
import type { ReadAddress } from '../../numbers/index.ts'
import type { Translate } from '../../translate.ts'
import type { ImportedMessage } from '../message-record.ts'

const fieldsSchema = z.object({
  time: z.string(),
  line: z.string(),
  number: z.string(),
  direction: z.enum(['in', 'out']),
  state: messageStateSchema,
  body: z.string()
})

export interface CheckedMessage {
  readonly message: ImportedMessage | null
  /** Why it is not taken, in the user's words. */
  readonly problem: string | null
}

interface Reading {
  readonly readAddress: ReadAddress
  readonly nowMs: number
  readonly t: Translate
}

const maxBodyLength = 10_000
const maxAddressLength = 64
/** Clocks differ; what is further ahead is a mistake, and would stay below all that comes. */
const maxAheadMs = 86_400_000
/** ISO 8601 with a zone: without one it would be another time on another computer. */
const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/
const rounded = /^\d+[.,]?\d*e\+?\d+$/i

/** Says whether what stands in a file can be a message. */
export function checkMessageRow(fields: unknown, { readAddress, nowMs, t }: Reading): CheckedMessage {
  const refused = (problem: string): CheckedMessage => ({ message: null, problem })
  const read = fieldsSchema.safeParse(fields)
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? '')
    return refused(field === '' ? t('messages.import.noMessage') : t('messages.import.badField', { field }))
  }
  const { time, direction, state, body } = read.data
  const atMs = timePattern.test(time) ? Date.parse(time) : Number.NaN
  if (Number.isNaN(atMs)) return refused(t('messages.import.noTime', { text: shortText(time) }))
  if (atMs > nowMs + maxAheadMs) return refused(t('messages.import.timeAhead', { text: shortText(time) }))
  if ((direction === 'in') !== (state === 'received')) return refused(t('messages.import.otherDirection'))
  if (body.length > maxBodyLength) return refused(t('messages.import.bodyTooLong', { limit: maxBodyLength }))
  if (body.includes('\ufffd')) return refused(t('contacts.import.unreadableText'))
  for (const written of [read.data.line, read.data.number]) {
    if (written.length > maxAddressLength)
      return refused(t('contacts.number.unreadable', { text: shortText(written) }))
    if (rounded.test(written.trim())) return refused(t('contacts.number.rounded', { text: written }))
  }
  const line = readAddress(read.data.line)
  const otherAddress = readAddress(read.data.number)
  if (direction === 'out' && otherAddress === '') return refused(t('contacts.import.noNumber'))
  if (line === '' && otherAddress === '') return refused(t('contacts.import.noNumber'))
  return {
    message: {
      // What the file calls it is the exporting app's own name for it: here the same content is the same message.
      messageId: null,
      line,
      otherAddress,
      direction,
      body,
      // Whoever wrote the file waited for an answer; nobody does now.
      state: state === 'sending' ? 'unknown' : state,
      atMs
    },
    problem: null
  }
}
