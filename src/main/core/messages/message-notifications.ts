import { maskedParty } from '../../../shared/domain/mask-digits.ts'
import type { Message, Thread } from '../../../shared/domain/message.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import { plainText } from '../plain-text.ts'
import type { Clock, MainWindow, Notifier } from '../ports.ts'
import type { Translate } from '../translate.ts'

/** Tells of messages that came in by the system's notifications, one a thread. */
export interface MessageNotifications {
  messageReceived(message: Message, thread: Thread): void
  /** Takes back what was told of a thread that is read now. */
  threadChanged(thread: Thread): void
}

interface Dependencies {
  readonly settings: () => Pick<Settings, 'notifications' | 'isMessageSoundOn' | 'isMaskingDigits'>
  readonly isQuiet: () => boolean
  readonly notifier: Notifier
  readonly mainWindow: Pick<MainWindow, 'isVisible'>
  readonly showPerson: (address: string) => void
  /** Sends an answer that was written in a notification; the same intent twice sends once. */
  readonly reply: (thread: Thread, intentId: string, text: string) => void
  readonly newId: () => string
  readonly clock: Pick<Clock, 'nowMs'>
  readonly t: Translate
}

/** A message that is older than this when it comes in is history: unread, and no news. It waits longer for its reader than a caller. */
const lateAfterMs = 10 * 60_000

/** How many messages are remembered as told of, so that a second event of one does not tell of it again. */
const rememberedCount = 1_000

export function createMessageNotifications(dependencies: Dependencies): MessageNotifications {
  const { settings, isQuiet, notifier, mainWindow, showPerson, reply, newId, clock, t } = dependencies
  const known = new Set<string>()
  const shown = new Map<string, { readonly count: number; readonly takeBack: () => void }>()

  function isNew(id: string): boolean {
    if (known.has(id)) return false
    known.add(id)
    const [oldest] = known
    if (known.size > rememberedCount && oldest !== undefined) known.delete(oldest)
    return true
  }

  function titleOf({ other: sender }: Thread, count: number): string {
    const other = settings().isMaskingDigits ? maskedParty(sender) : sender
    const name = plainText(other.name ?? other.display)
    return count === 1 ? t('notification.messageFrom', { name }) : t('notification.messages', { name, count })
  }

  function show(message: Message, thread: Thread): void {
    const before = shown.get(thread.id)
    before?.takeBack()
    const count = (before?.count ?? 0) + 1
    // Windows may tell of one reply twice.
    const intentId = newId()
    const takeBack = notifier.notify({
      title: titleOf(thread, count),
      body: plainText(message.body),
      isSilent: !settings().isMessageSoundOn,
      onActivate() {
        shown.delete(thread.id)
        showPerson(thread.other.address)
      },
      reply: {
        placeholder: t('notification.reply'),
        onReply: (text) => reply(thread, intentId, text)
      }
    })
    shown.set(thread.id, { count, takeBack })
  }

  return {
    messageReceived(message, thread) {
      if (thread.unreadCount === 0 || !settings().notifications || !isNew(message.id)) return
      if (clock.nowMs() - message.atMs >= lateAfterMs) return
      if (thread.isMuted || isQuiet() || mainWindow.isVisible()) return
      show(message, thread)
    },
    threadChanged({ id, unreadCount, isMuted }) {
      if (unreadCount > 0 && !isMuted) return
      shown.get(id)?.takeBack()
      shown.delete(id)
    }
  }
}
