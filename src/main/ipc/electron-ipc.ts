import { ipcMain } from 'electron'
import { requestChannels } from '../../shared/ipc/channels.ts'
import type { Application } from '../core/application.ts'
import { isTrustedSender } from './sender-rule.ts'

/** Answers the requests of our windows' pages, and nobody else's: a stranger's are rejected. */
export function serveElectronPages(
  application: Pick<Application, 'answer'>,
  isOurWindow: (webContentsId: number) => boolean
): void {
  // electron-store tells whoever asks where the user's data lies.
  ipcMain.removeAllListeners('electron-store-get-data')

  for (const channel of requestChannels) {
    ipcMain.handle(channel, (event, args: unknown) => {
      if (!isTrustedSender(event, isOurWindow)) {
        throw new Error('This page may not ask the app for anything.')
      }
      return application.answer(channel, args)
    })
  }
}
