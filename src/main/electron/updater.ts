import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { AppUpdater, CancellationToken } from 'electron-updater'
import type { UpdateAnswer, Updater } from '../core/ports.ts'
import { startAgain } from './start-again.ts'
import { updateTroubleOf } from './update-trouble.ts'

export interface DesktopUpdater extends Updater {
  /** To end the app by, once it has stopped: with what was fetched put in, where that is wanted, else with that code. */
  leave(exitCode: number): void
}

/** Where the packager, or a developer, wrote down where newer versions are. */
const feedFile = () =>
  app.isPackaged
    ? join(process.resourcesPath, 'app-update.yml')
    : join(app.getAppPath(), 'dev-app-update.yml')

/** electron-updater behind the port. It is loaded when it is first asked something, which is long after the start. */
export function createDesktopUpdater(): DesktopUpdater {
  let loading: Promise<AppUpdater> | null = null
  let loaded: AppUpdater | null = null
  let running: CancellationToken | null = null
  let isInstallOnQuitWanted = false
  let isInstallWanted = false

  async function load(): Promise<AppUpdater> {
    const { autoUpdater } = await import('electron-updater')
    // It would say all it does on the console; what matters comes back as an answer.
    autoUpdater.logger = null
    autoUpdater.autoDownload = false
    autoUpdater.disableWebInstaller = true
    autoUpdater.forceDevUpdateConfig = !app.isPackaged
    loaded = autoUpdater
    return autoUpdater
  }
  const updater = () => (loading ??= load())

  async function answer<T>(work: () => Promise<T>): Promise<UpdateAnswer<T>> {
    try {
      return { ok: true, value: await work() }
    } catch (error) {
      const details = error instanceof Error ? error.message : String(error)
      return { ok: false, trouble: updateTroubleOf(error), details }
    }
  }

  return {
    version: app.getVersion(),
    unavailable: existsSync(feedFile()) ? null : 'no-feed',

    check: (channel) =>
      answer(async () => {
        // What is still on its way may be of another channel, and would be taken for what is found now.
        running?.cancel()
        const it = await updater()
        it.channel = channel
        // The line above allows it.
        it.allowDowngrade = false
        const found = await it.checkForUpdates()
        return found?.isUpdateAvailable === true ? found.updateInfo.version : null
      }),

    download: (onProgress) =>
      answer(async () => {
        const { CancellationToken: Token } = await import('electron-updater')
        const it = await updater()
        const token = new Token()
        running = token
        const tell = ({ percent }: { readonly percent: number }) => onProgress(percent / 100)
        it.on('download-progress', tell)
        // It looks for the wish to install at the end of the download too, and later never begins to.
        it.autoInstallOnAppQuit = true
        try {
          await it.downloadUpdate(token)
          return null
        } finally {
          it.autoInstallOnAppQuit = isInstallOnQuitWanted
          it.off('download-progress', tell)
          running = null
        }
      }),

    setInstallOnQuit(isWanted) {
      isInstallOnQuitWanted = isWanted
      if (loaded !== null && running === null) loaded.autoInstallOnAppQuit = isWanted
    },

    install() {
      isInstallWanted = true
      app.quit()
    },

    leave(exitCode) {
      if (!isInstallWanted || loaded === null) return app.exit(exitCode)
      // The newer one may start while this one still ends.
      app.releaseSingleInstanceLock()
      loaded.once('error', () => {
        startAgain()
        app.exit(0)
      })
      loaded.quitAndInstall(true, true)
    }
  }
}
