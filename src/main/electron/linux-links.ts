import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { LinkRegistration } from '../core/ports.ts'

/** The file in `resources/` that tells desktops of this app, by the name that it is installed under. */
export const desktopFileName = 'voice360-companion.desktop'

const answerLimitMs = 5_000
const run = promisify(execFile)

/**
 * Links on Linux, through the desktop file of this app and xdg-mime. Electron's own way is xdg-settings, which waits in the main
 * process and knows neither Xfce nor MATE.
 */
export function linuxLinks(env: NodeJS.ProcessEnv): LinkRegistration {
  const xdgMime = async (...args: readonly string[]): Promise<string> =>
    (await run('xdg-mime', [...args], { env, timeout: answerLimitMs })).stdout.trim()
  return {
    system: 'linux',
    async stateOf(scheme) {
      if (!isDesktopFileInstalled(env)) return 'unavailable'
      return xdgMime('query', 'default', mimeTypeOf(scheme)).then(
        (handler) => (handler === desktopFileName ? 'this-app' : 'another'),
        () => 'unavailable' as const
      )
    },
    async makeDefault(scheme) {
      if (!isDesktopFileInstalled(env)) return
      // Where it fails, the state that is asked for next says that nothing has changed.
      await xdgMime('default', desktopFileName, mimeTypeOf(scheme)).catch(() => undefined)
    }
  }
}

const mimeTypeOf = (scheme: string): string => `x-scheme-handler/${scheme}`

/** Whether it is where desktops look (XDG Base Directory Specification). */
function isDesktopFileInstalled(env: NodeJS.ProcessEnv): boolean {
  const own = env['XDG_DATA_HOME'] || join(env['HOME'] || homedir(), '.local', 'share')
  const shared = (env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':')
  return [own, ...shared].some((folder) => existsSync(join(folder, 'applications', desktopFileName)))
}
