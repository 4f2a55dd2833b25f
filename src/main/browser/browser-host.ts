import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import app from '../../../package.json' with { type: 'json' }
import type { HostAdapters, PageBroadcast } from '../core/ports.ts'

const nothing = (): undefined => undefined

/**
 * What a browser tab can do of what the desktop can: its page shows cards and confirmations itself, there is no tray, no
 * hotkey and no clipboard to read from here, and it says so.
 */
export function createBrowserHost(pages: PageBroadcast, hasPage: () => boolean): HostAdapters {
  return {
    describe: () => ({
      name: 'browser',
      hasTray: false,
      hasPopupWindow: false,
      isPopupOnTop: false
    }),
    pages,
    popupWindow: {
      show: nothing,
      hide: nothing,
      fitHeight: nothing,
      takeFocus: nothing,
      giveFocusBack: nothing,
      resetPosition: nothing,
      drag: nothing
    },
    dialStrip: { show: nothing, giveFocusBack: nothing, hide: nothing, fitHeight: nothing },
    mainWindow: { show: nothing, isVisible: hasPage },
    notifier: { notify: () => nothing },
    tray: { show: nothing },
    shortcuts: { isUnproven: false, register: (shortcuts) => shortcuts.map(() => 'unavailable') },
    clipboard: {
      hasSelection: false,
      readText: () => Promise.resolve(''),
      readSelection: () => Promise.resolve('')
    },
    links: {
      system: 'browser',
      stateOf: () => Promise.resolve('unavailable'),
      makeDefault: () => Promise.resolve()
    },
    startAtLogin: { state: () => Promise.resolve('unavailable'), set: () => Promise.resolve() },
    recentNumbers: { show: nothing },
    appearance: { setTheme: nothing },
    // The page opens links itself.
    attention: {
      get: () => ({ isSeen: hasPage(), isLocked: false, isOnBattery: false }),
      watch: () => nothing
    },
    resumed: { watch: () => nothing },
    urlOpener: { open: () => Promise.resolve(false) },
    // The page asks for a path, since its own downloads could not be read back by their name.
    filePlaces: { hasDialogs: false, pathOf: inDocuments, isAbsolute },
    updater: {
      version: app.version,
      unavailable: 'browser',
      check: () => Promise.resolve({ ok: true, value: null }),
      download: () => Promise.resolve({ ok: true, value: null }),
      setInstallOnQuit: nothing,
      install: nothing
    }
  }
}

function inDocuments(name: string): string {
  const documents = join(homedir(), 'Documents')
  return join(existsSync(documents) ? documents : homedir(), name)
}
