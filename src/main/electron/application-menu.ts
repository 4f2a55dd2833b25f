import { Menu } from 'electron'

/** Copying and pasting, zooming to 200 % and beyond, closing and quitting by their usual keys: all by roles the system knows. */
export function setApplicationMenu(isPackaged: boolean): void {
  const menu = Menu.buildFromTemplate([
    { role: process.platform === 'darwin' ? 'appMenu' : 'fileMenu' },
    { role: 'editMenu' },
    {
      role: 'viewMenu',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools', visible: !isPackaged }
      ]
    },
    { role: 'windowMenu' }
  ])
  Menu.setApplicationMenu(menu)
}
