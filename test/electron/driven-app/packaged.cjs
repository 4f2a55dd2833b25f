// Stands in the place of app.asar on an older Electron: makes up for what that lacks, then starts the packaged archive beside it.
const path = require('node:path')
const { app } = require('electron')

const launcher = path.join(process.resourcesPath, 'launcher')
require(path.join(launcher, 'modern.cjs'))
require(path.join(launcher, 'modern-electron.cjs'))
require('./newer-node.cjs')
require('./whole-sqlite.cjs')
require('./tell-exit.cjs')

const root = path.join(process.resourcesPath, 'packaged.asar')
const { main, productName, version } = require(path.join(root, 'package.json'))
app.setAppPath(root)
app.setName(productName)
app.setVersion(version)
require(path.join(root, main))
