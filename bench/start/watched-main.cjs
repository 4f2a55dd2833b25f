// Stands before an app's own main file and tells on standard output, in milliseconds since the epoch, when its main window was
// painted, and when its list was filled. The word `minimize` on standard input puts that window away, `quit` ends the app.
const path = require('node:path')
const workerThreads = require('node:worker_threads')
const { createInterface } = require('node:readline')
const { app } = require('electron')
const { watchedRow } = require('./package.json')

const tell = (name, atMs) => process.stdout.write(`${JSON.stringify({ name, atMs })}\n`)
const whenPainted = `new Promise((resolve) => {
  const resolveWith = (found) => found && resolve(performance.timeOrigin + found.startTime)
  new PerformanceObserver((list) => resolveWith(list.getEntriesByName('first-paint')[0]))
    .observe({ type: 'paint', buffered: true })
})`
const whenListed = `new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector('${watchedRow}')) return requestAnimationFrame(look)
    const after = new MessageChannel()
    after.port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
    after.port2.postMessage(null)
  }
  requestAnimationFrame(look)
})`

app.on('browser-window-created', (_event, window) => {
  const shown = new Promise((resolve) => window.once('show', () => resolve(Date.now())))
  window.webContents.once('dom-ready', () => {
    if (!window.webContents.getURL().endsWith('/index.html')) return
    const tellLater = async (name, code) => {
      const moments = await Promise.all([shown, window.webContents.executeJavaScript(code)])
      tell(name, Math.max(...moments))
    }
    void tellLater('painted', whenPainted)
    void tellLater('listed', whenListed)
    createInterface({ input: process.stdin }).on('line', (word) => {
      if (word === 'minimize') window.minimize()
      if (word === 'quit') app.quit()
    })
  })
})

// What a launcher gives an older Electron it gives each thread too, where it would be weighed as ours.
const launcher = Object.keys(require.cache).find((file) => path.basename(file) === 'modern.cjs')
if (launcher) {
  process.env.VOICE360_BENCH_LAUNCHER = path.dirname(launcher)
  const Worker = Object.getPrototypeOf(workerThreads.Worker)
  workerThreads.Worker = class extends Worker {
    constructor(file, options) {
      super(file, { ...options, execArgv: ['--require', path.join(__dirname, 'light-thread.cjs')] })
    }
  }
}

// An older Electron may lack what the app needs to end well.
require(path.join(__dirname, 'newer-node.cjs'))
require(path.join(__dirname, 'built', 'index.cjs'))
