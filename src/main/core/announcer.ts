import type { Call } from '../../shared/domain/call.ts'
import { maskedParty } from '../../shared/domain/mask-digits.ts'
import type { Message } from '../../shared/domain/message.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { CallsService } from './calls/index.ts'
import type { MessagesService } from './messages/index.ts'
import type { CallNotifications, PopupService } from './popup/index.ts'
import type { HostAdapters, LedgerChanges } from './ports.ts'
import { showPerson } from './show-person.ts'
import type { Translate } from './translate.ts'

/** Carries what changed in the ledger to everyone who shows it: pages, pop-up, notifications. */
export interface Announcer {
  announce(changes: LedgerChanges): void
  ringingCount(): number
}

interface Dependencies {
  readonly host: Pick<HostAdapters, 'pages' | 'notifier' | 'mainWindow'>
  readonly calls: Pick<CallsService, 'describe'>
  readonly messages: Pick<MessagesService, 'describe' | 'describeThread'>
  readonly popup: Pick<PopupService, 'callChanged' | 'callRemoved'>
  readonly callNotifications: CallNotifications
  readonly settings: () => Settings
  readonly isQuiet: () => boolean
  readonly t: Translate
}

export function createAnnouncer(dependencies: Dependencies): Announcer {
  const { host, calls, messages, popup, callNotifications, settings, isQuiet, t } = dependencies
  const ringing = new Set<string>()
  const announcedMessages = new Set<string>()

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
  }

  function notifyOfMessage(message: Message, from: { address: string; name: string }): void {
    if (!settings().notifications || message.state !== 'received' || announcedMessages.has(message.id)) return
    announcedMessages.add(message.id)
    if (isQuiet() || host.mainWindow.isVisible()) return
    host.notifier.notify({
      title: t('notification.messageFrom', { name: from.name }),
      body: message.body,
      onActivate: () => showPerson(host, { address: from.address, compose: true })
    })
  }

  return {
    announce(changes) {
      for (const id of changes.removedCallIds) announceRemoval(id)
      for (const record of changes.calls) announceCall(calls.describe(record))
      for (const record of changes.messages) {
        const message = messages.describe(record)
        host.pages.publish('messages:message-changed', message)
        const thread = changes.threads.find(({ id }) => id === record.threadId)
        if (!thread || thread.unreadCount === 0) continue
        const { other: known } = messages.describeThread(thread)
        const other = settings().isMaskingDigits ? maskedParty(known) : known
        notifyOfMessage(message, { address: other.address, name: other.name ?? other.display })
      }
      for (const record of changes.threads) {
        host.pages.publish('messages:thread-changed', messages.describeThread(record))
      }
    },
    ringingCount: () => ringing.size
  }
}
