// The built app with a fault in it: at each start, as soon as the app runs, which its second window tells, something throws that nobody
// catches.
// Each start adds its process to a list, since one that the app starts itself has no other way to be known.
const fs = require('node:fs')
const path = require('node:path')
const { app } = require('electron')
require('../driven-app/newer-node.cjs')

fs.appendFileSync(process.env.VOICE360_TEST_STARTS, `${process.pid}\n`)

// The native code of an old Electron does not always unload.
app.exit = () => process.kill(process.pid, 'SIGKILL')

let windowCount = 0
app.on('web-contents-created', () => {
  windowCount += 1
  if (windowCount !== 2) return
  void Promise.reject(new Error('nobody waited for this'))
  setTimeout(() => {
    throw new Error('nobody caught this, key canary-key-0123456789')
  })
})

const root = path.join(__dirname, '..', '..', '..')
app.setAppPath(root)
require(path.join(root, 'out', 'main', 'index.cjs'))
