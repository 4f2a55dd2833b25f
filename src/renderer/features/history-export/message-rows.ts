import type { Message, Thread } from '../../../shared/domain/message.ts'
import { exactIsoInZone } from './iso-in-zone.ts'

/** One message as it is exported and imported again. Names are for programs and stay as they are, whatever language the app speaks. */
export interface MessageRow {
  readonly line: string
  readonly number: string
  readonly direction: Message['direction']
  readonly body: string
  readonly state: Message['state']
  /** ISO 8601 with the zone. */
  readonly time: string
  readonly messageId: string | null
}

export const messagesFormat = { format: 'voice360-messages', version: 1 } as const

/** The columns of the CSV in their order. */
export const messageColumns = [
  'time',
  'line',
  'number',
  'name',
  'direction',
  'state',
  'body',
  'message_id'
] as const

export const messageRow = (
  { line, other }: Thread,
  message: Message,
  timeZone: string | undefined
): MessageRow => ({
  line: line.address,
  number: other.address,
  direction: message.direction,
  body: message.body,
  state: message.state,
  time: exactIsoInZone(message.atMs, timeZone),
  messageId: message.id
})

/** The cells of a row, by `messageColumns`. */
export const messageCells = (row: MessageRow, name: string | null): readonly (string | null)[] => [
  row.time,
  row.line,
  row.number,
  name,
  row.direction,
  row.state,
  row.body,
  row.messageId
]
