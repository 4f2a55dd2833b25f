import { app } from 'electron'
import type { StartAtLogin } from '../core/ports.ts'
import { linuxStartAtLogin } from './linux-start-at-login.ts'

const args = ['--hidden']

/** Starting with the user's session, into the tray. Unpackaged it would start Electron itself. */
export function desktopStartAtLogin(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  isPackaged: boolean
): StartAtLogin {
  if (!isPackaged) return unavailableStartAtLogin
  if (platform === 'linux') return linuxStartAtLogin(env, process.execPath, args)
  return platform === 'darwin' ? macStartAtLogin : windowsStartAtLogin
}

/** Whether a Mac started this app with its user's session: there a login item takes no words along. */
export const isLoginItemStart = (platform: NodeJS.Platform): boolean =>
  platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin

const unavailableStartAtLogin: StartAtLogin = {
  state: async () => 'unavailable',
  set: async () => undefined
}

const macStartAtLogin: StartAtLogin = {
  state: async () => (app.getLoginItemSettings().openAtLogin ? 'on' : 'off'),
  set: async (isOn) => app.setLoginItemSettings({ openAtLogin: isOn })
}

const windowsStartAtLogin: StartAtLogin = {
  // Windows' own list of start-up programs can have switched off what is registered.
  state: async () => (app.getLoginItemSettings({ args }).executableWillLaunchAtLogin ? 'on' : 'off'),
  set: async (isOn) => app.setLoginItemSettings({ openAtLogin: isOn, enabled: isOn, args })
}
