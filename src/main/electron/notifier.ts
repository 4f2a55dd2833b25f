import { Notification } from 'electron'
import type { Notifier, SystemNotification } from '../core/ports.ts'

/** The system's own notifications. A reply can be written in them on macOS and Windows. */
export class DesktopNotifier implements Notifier {
  // A notification that nobody refers to is collected, and with it what a click does.
  readonly #shown = new Set<Notification>()

  notify({ title, body, isSilent = false, onActivate, reply }: SystemNotification): () => void {
    const notification = new Notification({
      title,
      body: asPlainText(body, process.platform),
      // Linux has no such wish: Electron asks for no sound there, and the desktop decides.
      silent: isSilent,
      ...(reply && { hasReply: true, replyPlaceholder: reply.placeholder })
    })
    this.#shown.add(notification)
    notification.on('click', onActivate)
    if (reply) notification.on('reply', (event) => reply.onReply(event.reply))
    notification.on('close', ({ reason }) => {
      // Windows then still has it in its list, where it can be clicked and answered.
      if (reason !== 'timedOut') this.#shown.delete(notification)
    })
    notification.show()
    return () => {
      this.#shown.delete(notification)
      notification.close()
    }
  }
}

/** Linux desktops read a body as markup: a caller's name must not become a link. */
export const asPlainText = (body: string, platform: NodeJS.Platform): string =>
  platform === 'linux' ? body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : body
