import { join } from 'node:path'
import { Menu, nativeImage, Tray } from 'electron'
import type { Reach } from '../../shared/domain/reach.ts'
import type { Tray as TrayPort } from '../core/ports.ts'
import type { Translate } from '../core/translate.ts'

export interface TrayCommands {
  open(): void
  dialClipboard(): void
  resetPopup(): void
  quit(): void
}

type TrayStatus = Parameters<TrayPort['show']>[0]

const atStart: TrayStatus = {
  reach: { state: 'deaf', webhookUrl: null, reason: null, lastEventAtMs: null, eventCount: 0 },
  ringingCount: 0,
  unreadCount: 0
}

/** The icon that says whether calls get here, in its shape and in its words. */
export class DesktopTray implements TrayPort {
  readonly #iconFolder: string
  readonly #t: Translate
  readonly #commands: TrayCommands
  readonly #tray: Tray

  constructor(iconFolder: string, t: Translate, commands: TrayCommands) {
    this.#iconFolder = iconFolder
    this.#t = t
    this.#commands = commands
    this.#tray = new Tray(this.#icon(atStart.reach.state))
    this.#tray.on('click', () => commands.open())
    this.show(atStart)
  }

  show({ reach, ringingCount, unreadCount }: TrayStatus): void {
    const t = this.#t
    const lines = [
      t(`tray.${reach.state}`),
      ...(reach.reason === null ? [] : [reach.reason]),
      ...(ringingCount > 0 ? [t('tray.ringing', { count: ringingCount })] : []),
      ...(unreadCount > 0 ? [t('tray.unread', { count: unreadCount })] : [])
    ]
    this.#tray.setImage(this.#icon(reach.state))
    this.#tray.setToolTip(lines.join('\n'))
    this.#tray.setContextMenu(this.#menu(lines))
  }

  #menu(lines: readonly string[]): Menu {
    const t = this.#t
    const commands = this.#commands
    return Menu.buildFromTemplate([
      ...lines.map((label) => ({ label, enabled: false })),
      { type: 'separator' },
      { label: t('tray.open'), click: () => commands.open() },
      { label: t('tray.dialClipboard'), click: () => commands.dialClipboard() },
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
