import type { Settings } from '../../../shared/domain/settings.ts'
import type { CarryOut } from '../carry-out.ts'
import type { Directory } from '../contacts/index.ts'
import type { HostAdapters, Ledger, LedgerChanges, Log, Places } from '../ports.ts'
import { showPerson } from '../show-person.ts'
import type { Translate } from '../translate.ts'
import type { Voice360Api } from '../voice360/index.ts'
import type { WallClock } from '../wall-clock.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import { createMessageImport, type MessageImport } from './import/message-import.ts'
import type { Lines } from './lines.ts'
import { createMessageLinks, type MessageLinks } from './message-links.ts'
import { createMessageNotifications, type MessageNotifications } from './message-notifications.ts'
import { createMessageSender } from './message-sender.ts'
import { createMessagesService, type MessagesService } from './messages-service.ts'
import { createNotificationReply } from './notification-reply.ts'
import { createRecipients, type Recipients } from './recipients.ts'
import { createScheduleNotices } from './schedule/schedule-notices.ts'
import { createScheduledMessages, type ScheduledMessages } from './schedule/scheduled-messages.ts'

/** Everything about messages, around the one sender. */
export interface Messaging {
  readonly messages: MessagesService
  readonly drafts: Drafts
  readonly scheduled: ScheduledMessages
  readonly recipients: Recipients
  readonly messageLinks: MessageLinks
  readonly messageImport: MessageImport
  readonly messageNotifications: MessageNotifications
}

interface Dependencies {
  readonly ledger: Ledger
  readonly directory: Directory
  readonly lines: Lines
  readonly api: () => Voice360Api | null
  readonly region: () => string
  readonly settings: () => Settings
  readonly isQuiet: () => boolean
  readonly places: Places
  readonly host: Pick<HostAdapters, 'pages' | 'notifier' | 'mainWindow' | 'urlOpener'>
  readonly carryOut: CarryOut
  readonly publish: (changes: LedgerChanges) => void
  /** So much is there anew that what is shown is to be asked for again. */
  readonly publishReplaced: () => void
  readonly newId: () => string
  readonly clock: WallClock
  readonly log: Log
  readonly t: Translate
}

export function createMessaging(dependencies: Dependencies): Messaging {
  const { host, log } = dependencies
  const { pages, notifier, mainWindow, urlOpener } = host
  const sender = createMessageSender(dependencies)
  const messages = createMessagesService({ ...dependencies, sender })
  const drafts = createDrafts({
    ...dependencies,
    publish: (draft) => pages.publish('messages:draft-changed', draft)
  })
  const person = (address: string) => showPerson(host, { address, compose: 'message' })
  const reply = createNotificationReply({
    ...dependencies,
    messages,
    drafts,
    notifier,
    showPerson: person
  })
  return {
    messages,
    drafts,
    scheduled: createScheduledMessages({
      ...dependencies,
      ...createScheduleNotices({
        ...dependencies,
        notifier,
        showWindow: () => mainWindow.show(),
        showPerson: (address) => showPerson(host, { address, compose: null })
      }),
      sender,
      publish: (scheduled) => pages.publish('messages:scheduled-changed', scheduled)
    }),
    recipients: createRecipients({
      ...dependencies,
      publish: (recipient) => pages.publish('messages:recipient-changed', recipient)
    }),
    messageLinks: createMessageLinks({ ...dependencies, urlOpener }),
    messageImport: createMessageImport({
      ...dependencies,
      publishProgress: (progress) => pages.publish('messages:import-progressed', progress)
    }),
    messageNotifications: createMessageNotifications({
      ...dependencies,
      notifier,
      mainWindow,
      showPerson: person,
      reply: (thread, intentId, text) =>
        void reply(thread, intentId, text).catch((error: unknown) =>
          log.error('A reply from a notification failed', { error: String(error) })
        )
    })
  }
}
