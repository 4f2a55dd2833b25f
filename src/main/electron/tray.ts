import { join } from 'node:path'
import { app, Menu, nativeImage, Tray } from 'electron'
import { formatQuietEnd, quietChoices, quietEndMs, quietUntilOffMs } from '../../shared/domain/quiet.ts'
import { type Reach, unknownReach } from '../../shared/domain/reach.ts'
import type { Tray as TrayPort, TrayStatus } from '../core/ports.ts'
import type { Translate } from '../core/translate.ts'
import { type RecentNumber, recentNumberItems } from './recent-numbers.ts'

export interface TrayCommands {
  open(): void
  dialClipboard(): void
  /** Asks about a number that was called before. */
  dial(address: string): void
  resetPopup(): void
  /** Null ends it. */
  stayQuietUntil(untilMs: number | null): void
  quit(): void
}

const atStart: TrayStatus = {
  reach: unknownReach,
  ringingCount: 0,
  unreadCount: 0,
  missedCount: 0,
  quietUntilMs: null,
  timeZone: undefined
}

/** The icon that says whether calls get here, in its shape and in its words. */
export class DesktopTray implements TrayPort {
  readonly #iconFolder: string
  readonly #t: Translate
  readonly #commands: TrayCommands
  readonly #tray: Tray
  #status = atStart
  #recent: readonly RecentNumber[] = []

  constructor(iconFolder: string, t: Translate, commands: TrayCommands) {
    this.#iconFolder = iconFolder
    this.#t = t
    this.#commands = commands
    this.#tray = new Tray(this.#icon(atStart.reach.state))
    this.#tray.on('click', () => commands.open())
    this.show(atStart)
  }

  show(status: TrayStatus): void {
    this.#status = status
    this.#tray.setImage(this.#icon(status.reach.state))
    this.#tray.setToolTip(this.#lines(status).join('\n'))
    this.#tray.setContextMenu(this.#menu())
    // The dock's number, or the launcher's where the desktop has one.
    app.setBadgeCount(status.missedCount)
  }

  showRecent(entries: readonly RecentNumber[]): void {
    this.#recent = entries
    this.#tray.setContextMenu(this.#menu())
  }

  #lines({
    reach,
    ringingCount,
    missedCount,
    unreadCount,
    quietUntilMs,
    timeZone
  }: TrayStatus): readonly string[] {
    const t = this.#t
    return [
      t(`tray.${reach.state}`),
      ...(reach.reason === null ? [] : [reach.reason]),
      ...(quietUntilMs === null ? [] : [this.#quietLine(quietUntilMs, timeZone)]),
      ...(ringingCount > 0 ? [t('tray.ringing', { count: ringingCount })] : []),
      ...(missedCount > 0 ? [t('tray.missed', { count: missedCount })] : []),
      ...(unreadCount > 0 ? [t('tray.unread', { count: unreadCount })] : [])
    ]
  }

  #quietLine(untilMs: number, timeZone: string | undefined): string {
    if (untilMs === quietUntilOffMs) return this.#t('tray.quietUntilOff')
    return this.#t('tray.quietUntil', { time: formatQuietEnd(untilMs, Date.now(), timeZone) })
  }

  #menu(): Menu {
    const t = this.#t
    const commands = this.#commands
    return Menu.buildFromTemplate([
      ...this.#lines(this.#status).map((label) => ({ label, enabled: false })),
      { type: 'separator' },
      { label: t('tray.open'), click: () => commands.open() },
      { label: t('tray.dialClipboard'), click: () => commands.dialClipboard() },
      {
        label: t('tray.recent'),
        enabled: this.#recent.length > 0,
        submenu: recentNumberItems(this.#recent, (address) => commands.dial(address))
      },
      {
        label: t('tray.quiet'),
        submenu: [
          ...quietChoices.map((choice) => ({
            label: t(`tray.quietFor.${choice}`),
            click: () => commands.stayQuietUntil(quietEndMs(choice, Date.now()))
          })),
          { type: 'separator' },
          {
            label: t('tray.quietOff'),
            enabled: this.#status.quietUntilMs !== null,
            click: () => commands.stayQuietUntil(null)
          }
        ]
      },
      { label: t('tray.resetPopup'), click: () => commands.resetPopup() },
      { type: 'separator' },
      { label: t('tray.quit'), click: () => commands.quit() }
    ])
  }

  #icon(state: Reach['state']) {
    return nativeImage.createFromPath(join(this.#iconFolder, `${state}${iconVariant(process.platform)}.png`))
  }
}

/** macOS colours a template itself; Windows draws 16 pixels, Linux panels 22; each takes the `@2x` beside it. */
function iconVariant(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Template'
  return platform === 'win32' ? '-16' : '-22'
}
