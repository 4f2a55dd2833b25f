import type { Call } from '../../shared/domain/call.ts'
import type { CallsService } from './calls/index.ts'
import type {
  Drafts,
  MessageNotifications,
  MessageRecord,
  MessagesService,
  ThreadRecord
} from './messages/index.ts'
import type { CallNotifications, PopupService } from './popup/index.ts'
import type { HostAdapters, LedgerChanges } from './ports.ts'

/** Carries what changed in the ledger to everyone who shows it: pages, pop-up, notifications. */
export interface Announcer {
  announce(changes: LedgerChanges): void
  ringingCount(): number
}

interface Dependencies {
  readonly host: Pick<HostAdapters, 'pages'>
  readonly calls: Pick<CallsService, 'describe'>
  readonly messages: Pick<MessagesService, 'describe' | 'describeThread'>
  readonly popup: Pick<PopupService, 'callChanged' | 'callRemoved'>
  readonly callNotifications: CallNotifications
  readonly drafts: Pick<Drafts, 'sent'>
  readonly messageNotifications: MessageNotifications
}

export function createAnnouncer(dependencies: Dependencies): Announcer {
  const { host, calls, messages, popup, callNotifications, drafts, messageNotifications } = dependencies
  const ringing = new Set<string>()

  function announceCall(call: Call): void {
    if (call.isMine && call.state === 'ringing' && call.direction !== 'outbound') ringing.add(call.id)
    else ringing.delete(call.id)
    host.pages.publish('calls:call-changed', call)
    popup.callChanged(call)
    callNotifications.callChanged(call)
  }

  function announceRemoval(id: string): void {
    ringing.delete(id)
    host.pages.publish('calls:call-removed', { id })
    popup.callRemoved(id)
    callNotifications.callRemoved(id)
  }

  function announceMessage(record: MessageRecord, threads: readonly ThreadRecord[]): void {
    const message = messages.describe(record)
    host.pages.publish('messages:message-changed', message)
    const thread = threads.find(({ id }) => id === record.threadId)
    if (message.state === 'received' && thread) {
      messageNotifications.messageReceived(message, messages.describeThread(thread))
    }
  }

  function announceThread(record: ThreadRecord): void {
    const thread = messages.describeThread(record)
    host.pages.publish('messages:thread-changed', thread)
    messageNotifications.threadChanged(thread)
  }

  return {
    announce(changes) {
      for (const id of changes.removedCallIds) announceRemoval(id)
      for (const record of changes.calls) announceCall(calls.describe(record))
      for (const removed of changes.removedMessages) host.pages.publish('messages:message-removed', removed)
      for (const record of changes.messages) announceMessage(record, changes.threads)
      for (const record of changes.threads) announceThread(record)
      for (const draft of changes.sentDrafts) drafts.sent(draft)
    },
    ringingCount: () => ringing.size
  }
}
