import type {
  EventField,
  EventReading,
  FieldAliases,
  ReceivedEvent
} from '../../../shared/domain/event-reading.ts'
import { eventFieldSchema } from '../../../shared/domain/event-reading.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { createFactReader } from '../fact-reader.ts'
import type { EventLedger, StoredEvent } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { understandEvent } from '../understand-event.ts'
import { findField, rereadEvent } from '../webhooks/index.ts'
import { meaningOf } from './meaning-of.ts'

/** Shows how received webhooks are read, and how they would be with other names of fields. Changes nothing. */
export interface EventReadingService {
  list(query: Parameters<EventLedger['listEvents']>[0]): Promise<readonly ReceivedEvent[]>
  tryReading(seq: number, aliases: FieldAliases): Promise<Outcome<EventReading>>
}

interface Dependencies {
  readonly ledger: Pick<EventLedger, 'listEvents' | 'getEvent'>
  readonly region: () => string
  readonly t: Translate
}

const longestValue = 300

export function createEventReadingService({ ledger, region, t }: Dependencies): EventReadingService {
  return {
    list: async (query) => (await ledger.listEvents(query)).map(receivedOf),
    async tryReading(seq, aliases) {
      const stored = await ledger.getEvent(seq)
      const event = stored === null ? null : rereadEvent(stored)
      if (stored === null || event === null) return failed('no-such-event', t('events.forgotten'))
      const understood = understandEvent(
        event,
        createFactReader({ region: region(), aliases }),
        `event-${seq}`
      )
      return succeeded({
        event: receivedOf(stored),
        fields: Object.entries(event.metadata).map(([name, value]) => ({
          name,
          value: textOf(value).slice(0, longestValue),
          readAs: readAs(name, event.metadata, aliases)
        })),
        meaning: meaningOf(understood, t),
        isUnderstood: understood.kind !== 'not-understood'
      })
    }
  }
}

/** Which of the app's fields a field of the event was read as. */
const readAs = (
  name: string,
  metadata: Readonly<Record<string, unknown>>,
  aliases: FieldAliases
): EventField | null =>
  eventFieldSchema.options.find((field) => findField(metadata, field, aliases)?.name === name) ?? null

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))

const receivedOf = ({ seq, name, receivedAtMs, notUnderstood }: StoredEvent): ReceivedEvent => ({
  seq,
  name,
  receivedAtMs,
  notUnderstood
})
