import type { MessageLedger } from '../core/ports.ts'
import type { createDraftTable } from './draft-table.ts'
import { createMessageImport } from './message-import.ts'
import type { Projector, Tables } from './projector.ts'
import type { LedgerOperations } from './protocol.ts'
import type { createScheduledTable } from './scheduled-table.ts'

interface Parts extends Pick<Tables, 'messages' | 'stops'> {
  readonly drafts: ReturnType<typeof createDraftTable>
  readonly scheduled: ReturnType<typeof createScheduledTable>
  readonly projector: Projector
}

/** The ledger's operations on messages and what is beside them. */
export function createMessageOperations({
  messages,
  stops,
  drafts,
  scheduled,
  projector
}: Parts): Pick<LedgerOperations, keyof MessageLedger> {
  const imports = createMessageImport(messages, projector)
  return {
    markThread: messages.markThread,
    listThreads: messages.listThreads,
    countUnreadMessages: messages.countUnread,
    listMessages: messages.list,
    getMessage: messages.get,
    listDrafts: drafts.list,
    saveDraft: (draft) => (draft.body === '' ? drafts.remove(draft.address) : drafts.save(draft)),
    listScheduled: scheduled.list,
    saveScheduled: (wanted) => wanted.forEach(scheduled.save),
    removeScheduled: (ids) => ids.flatMap(scheduled.take),
    getStop: stops.get,
    saveStop: (stop) => stops.save(stop).last,
    countNewMessages: imports.countNew,
    importMessages: imports.add
  }
}
