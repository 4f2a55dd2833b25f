import { isAbsolute, join } from 'node:path'
import { app, type BaseWindow, dialog } from 'electron'
import type { FilePlaces } from '../core/ports.ts'

const filters = [{ name: 'Voice360 backup', extensions: ['v360backup'] }]

/** The system's own dialogs, over `window`. */
export const desktopFilePlaces = (window: BaseWindow): FilePlaces => ({
  hasDialogs: true,
  async askWhereToSave(proposedName) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: join(app.getPath('documents'), proposedName),
      filters,
      properties: ['showOverwriteConfirmation', 'createDirectory']
    })
    return canceled ? null : filePath
  },
  async askWhichToOpen() {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      defaultPath: app.getPath('documents'),
      filters,
      properties: ['openFile']
    })
    return canceled ? null : (filePaths[0] ?? null)
  },
  isAbsolute
})
