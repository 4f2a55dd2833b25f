import { Notification } from 'electron'
import type { Notifier } from '../core/ports.ts'

/** The system's own notifications. */
export class DesktopNotifier implements Notifier {
  // A notification that nobody refers to is collected, and with it what a click does.
  readonly #shown = new Set<Notification>()

  notify({ title, body, onActivate }: Parameters<Notifier['notify']>[0]): void {
    const notification = new Notification({ title, body: asPlainText(body, process.platform) })
    this.#shown.add(notification)
    notification.on('click', onActivate)
    notification.on('close', () => this.#shown.delete(notification))
    notification.show()
  }
}

/** Linux desktops read a body as markup: a caller's name must not become a link. */
export const asPlainText = (body: string, platform: NodeJS.Platform): string =>
  platform === 'linux' ? body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : body
