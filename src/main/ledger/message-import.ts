import { createHash } from 'node:crypto'
import { type ImportedMessage, importSource, type MessageFact } from '../core/messages/index.ts'
import type { createMessageTable } from './message-table.ts'
import type { Projector } from './projector.ts'

/** Messages from a file: what is here already, from a file or from Voice360, is left as it is. */
export function createMessageImport(
  messages: Pick<ReturnType<typeof createMessageTable>, 'isNews'>,
  projector: Pick<Projector, 'addMessageFact'>
) {
  return {
    /** How many of them, each counted once, are not here. */
    countNew: (imported: readonly ImportedMessage[]): number => {
      const bySource = new Map(imported.map(importedFact).map((fact) => [fact.source, fact]))
      return [...bySource.values()].filter(messages.isNews).length
    },
    add: (imported: readonly ImportedMessage[]): number => {
      let count = 0
      for (const fact of imported.map(importedFact)) {
        if (!messages.isNews(fact)) continue
        projector.addMessageFact(fact)
        count += 1
      }
      return count
    }
  }
}

/** The same content always makes the same fact, so that it is one message however often it is imported. */
function importedFact(message: ImportedMessage): MessageFact {
  const { messageId, line, otherAddress, direction, body, state, atMs } = message
  const [from, to] = direction === 'in' ? [otherAddress, line] : [line, otherAddress]
  const content = JSON.stringify([direction, from, to, body, atMs, messageId])
  return {
    kind: direction === 'in' ? 'received' : kindOf(state),
    atMs,
    messageId,
    intentId: null,
    from,
    to,
    body,
    reason: null,
    source: importSource(createHash('sha256').update(content).digest('base64url'))
  }
}

/** What was on its way when it was written to the file is no longer: whether it arrived is not known. */
function kindOf(state: ImportedMessage['state']): MessageFact['kind'] {
  return state === 'sending' || state === 'received' ? 'unknown' : state
}
