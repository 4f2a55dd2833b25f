import { app } from 'electron'
import type { LinkRegistration } from '../core/ports.ts'
import { linuxLinks } from './linux-links.ts'

/** How the system starts this app to open a link, which it puts behind `args`. */
interface Launch {
  readonly program: string
  readonly args: readonly string[]
}

/** Who opens links on this system, and the way to become it. Nothing is claimed but on `makeDefault`. */
export function desktopLinks(
  platform: NodeJS.Platform,
  isPackaged: boolean,
  appPath: string
): LinkRegistration {
  if (platform === 'linux') return linuxLinks(process.env)
  // A Mac knows an app by what is packaged with it: unpackaged, it would register Electron itself, in vain.
  if (platform === 'darwin') return isPackaged ? macLinks : unpackagedMacLinks
  // Behind "--" nothing of what a link brings along is a switch of Chromium's or Electron's.
  return windowsLinks({ program: process.execPath, args: [...(isPackaged ? [] : [appPath]), '--'] })
}

const macLinks: LinkRegistration = {
  system: 'macos',
  stateOf: async (scheme) => (app.isDefaultProtocolClient(scheme) ? 'this-app' : 'another'),
  makeDefault: async (scheme) => void app.setAsDefaultProtocolClient(scheme)
}

const unpackagedMacLinks: LinkRegistration = {
  system: 'macos',
  stateOf: async () => 'unavailable',
  makeDefault: async () => undefined
}

const windowsLinks = ({ program, args }: Launch): LinkRegistration => ({
  system: 'windows',
  async stateOf(scheme) {
    if (!app.isDefaultProtocolClient(scheme, program, [...args])) return 'another'
    // Being registered does not count where the user has chosen another in the system's settings.
    const chosen = await app.getApplicationInfoForProtocol(`${scheme}:`).catch(() => null)
    return chosen?.path.toLowerCase() === program.toLowerCase() ? 'this-app' : 'another'
  },
  makeDefault: async (scheme) => void app.setAsDefaultProtocolClient(scheme, program, [...args])
})
