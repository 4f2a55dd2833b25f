// The least that shows a window: one page of our scheme, with our preferences as far as they cost anything, and nothing behind it.
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { app, BrowserWindow, protocol, session } = require('electron')

app.enableSandbox()
app.setPath('userData', process.env.VOICE360_USER_DATA)
const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])

app.on('ready', () => {
  const page = readFileSync(path.join(__dirname, 'index.html'))
  const headers = { 'Content-Type': 'text/html; charset=utf-8' }
  session.defaultSession.protocol.handle('app', () => new Response(page, { headers }))
  const window = new BrowserWindow({
    width: 1080,
    height: 720,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      webgl: false
    }
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://v360/index.html')
})
