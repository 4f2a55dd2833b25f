import { z } from 'zod'
import { cleanText, shortText } from '../../imports/index.ts'
import type { Translate } from '../../translate.ts'
import type { MessageFile, MessageRow, MessageRows } from './message-row.ts'

const formatName = 'voice360-messages'
const version = 1

const fileSchema = z.object({
  format: z.literal(formatName),
  version: z.number(),
  messages: z.array(z.unknown())
})

const sliceSize = 200

/** Reads a file of messages that this app wrote; it is taken apart at once, and its messages are handed out a few at a time. */
export function* readMessageJson({ text }: MessageFile, t: Translate): Generator<MessageRows> {
  const refused = (problem: string): MessageRows => ({ rows: [], problem })
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return yield refused(t('messages.import.brokenJson'))
  }
  const file = fileSchema.safeParse(content)
  if (!file.success) return yield refused(t('messages.import.notOurs'))
  if (file.data.version !== version) return yield refused(t('messages.import.newerVersion'))
  const { messages } = file.data
  for (let from = 0; from < messages.length; from += sliceSize) {
    const rows = messages.slice(from, from + sliceSize).map(
      (fields, index): MessageRow => ({
        row: from + index + 1,
        text: shortText(cleanText(JSON.stringify(fields) ?? '')),
        fields,
        problem: null
      })
    )
    yield { rows, problem: null }
  }
}
