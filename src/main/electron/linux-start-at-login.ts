import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { StartAtLogin } from '../core/ports.ts'
import { execOf, parseDesktopEntry } from './desktop-entry.ts'
import { desktopFileName } from './linux-links.ts'

/** On Linux: a desktop file among those that the session starts (Desktop Application Autostart Specification). */
export function linuxStartAtLogin(
  env: NodeJS.ProcessEnv,
  program: string,
  args: readonly string[]
): StartAtLogin {
  const config = env['XDG_CONFIG_HOME'] || join(env['HOME'] || homedir(), '.config')
  const file = join(config, 'autostart', desktopFileName)
  // An AppImage is mounted elsewhere at each start: what stays is the file itself.
  const exec = execOf([env['APPIMAGE'] || program, ...args])
  return {
    async state() {
      const text = await readFile(file, 'utf8').catch(() => null)
      return text !== null && isEnabled(text) ? 'on' : 'off'
    },
    async set(isOn) {
      if (!isOn) return rm(file, { force: true })
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, autostartEntry(exec))
    }
  }
}

/** Desktops' own settings leave the file there and switch it off in it. */
function isEnabled(text: string): boolean {
  const { 'Desktop Entry': entry } = parseDesktopEntry(text)
  return entry !== undefined && entry['Hidden'] !== 'true' && entry['X-GNOME-Autostart-enabled'] !== 'false'
}

const autostartEntry = (exec: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Voice360 Companion',
    `Exec=${exec}`,
    'Terminal=false',
    ''
  ].join('\n')
