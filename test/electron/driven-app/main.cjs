// The built app, as a test drives it. It is held until Playwright listens: a window made earlier would not be among the ones it
// drives. And since nobody can ask a tray for its menu, the menu is kept.
const path = require('node:path')
const { app, Menu } = require('electron')
require('./newer-node.cjs')
require('./whole-sqlite.cjs')
require('./tell-exit.cjs')

const ready = app.whenReady()
const driven = new Promise((resolve) => {
  Object.assign(globalThis, { __playwright_run: () => ready.then(resolve) })
})
app.whenReady = () => driven

// Of the app's menus the tray's is made last.
const buildFromTemplate = Menu.buildFromTemplate.bind(Menu)
Menu.buildFromTemplate = (template) => {
  globalThis.trayMenu = buildFromTemplate(template)
  return globalThis.trayMenu
}

const root = path.join(__dirname, '..', '..', '..')
app.setAppPath(root)
require(path.join(root, 'out', 'main', 'index.cjs'))
