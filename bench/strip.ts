import { join } from 'node:path'
import { copyToClipboard, press } from '../test/electron/desktop.ts'
import { ask, electronPath, isShown, launchApp, makeUserDataFolder } from '../test/electron/launch-app.ts'
import { startVoice360 } from '../test/electron/voice360-for-test.ts'
import { interleave } from './interleave.ts'
import { type Electron, inPage, nowMs, printPainted, whenPainted } from './painted.ts'

const tries = 15
const cannedPreload = join(import.meta.dirname, 'canned-preload.cjs')
const stripUrl = 'app://v360/dial-strip.html'
const otherHotkey = { accelerator: 'Control+Shift+F9', keys: 'ctrl+shift+F9' }

/**
 * How long the dial hotkey takes: from the key's press until the number is painted in the strip that was made ahead, beside the
 * same strip in a window that is made for it. Needs Electron and a screen.
 */
export async function benchStrip(print: (line: object) => void): Promise<void> {
  if (electronPath === '') {
    throw new Error('Name an Electron with VOICE360_ELECTRON, and run this where there is a screen.')
  }
  const { folder, remove } = makeUserDataFolder()
  const voice360 = await startVoice360()
  const app = await launchApp(folder, voice360.apiUrl)
  let count = 0

  /** Another number each time, so that what is painted is new. */
  async function copyNext(): Promise<string> {
    count += 1
    const digits = `555010${String(count).padStart(4, '0')}`
    await copyToClipboard(`+1${digits}`)
    return digits
  }
  async function putAway(): Promise<void> {
    const dial = await ask(app.main, 'dialing:get-dial', {})
    if (dial) await ask(app.main, 'dialing:cancel-dial', { dialId: dial.id })
    while (await isShown(app, app.dialStrip)) await new Promise((resolve) => setImmediate(resolve))
  }

  async function tryMadeAhead(): Promise<number> {
    const digits = await copyNext()
    const painted = app.electron.evaluate(inPage, { url: stripUrl, code: whenPainted('p', digits) })
    const pressedAtMs = nowMs()
    press('ctrl+shift+d')
    const paintedAtMs = await painted
    await putAway()
    return paintedAtMs - pressedAtMs
  }

  async function tryMadeEachTime(): Promise<number> {
    const digits = await copyNext()
    const dial = await ask(app.main, 'dialing:propose-dial', { text: `+1${digits}` })
    await putAway()
    const answers = {
      'session:get-session': await ask(app.main, 'session:get-session', {}),
      'session:get-host': await ask(app.main, 'session:get-host', {}),
      'settings:get-settings': await ask(app.main, 'settings:get-settings', {}),
      'messages:list-lines': await ask(app.main, 'messages:list-lines', {}),
      'dialing:get-dial': dial
    }
    await app.electron.evaluate(makeOnHotkey, {
      accelerator: otherHotkey.accelerator,
      url: stripUrl,
      code: whenPainted('p', digits),
      preload: cannedPreload,
      answers
    })
    const pressedAtMs = nowMs()
    press(otherHotkey.keys)
    return (await app.electron.evaluate(whenMade)) - pressedAtMs
  }

  try {
    await voice360.welcome(app)
    const samples = await interleave({
      tries,
      variants: {
        madeAhead: async () => [await tryMadeAhead()],
        madeEachTime: async () => [await tryMadeEachTime()]
      }
    })
    printPainted(print, 'hotkey to strip painted', samples)
  } finally {
    await app.quit()
    await voice360.stop()
    remove()
  }
}

interface Made {
  made?: Promise<number>
}

/** Runs in the main process: the next press of that key makes a window, as an app without one ready would. */
function makeOnHotkey(
  { BrowserWindow, clipboard, globalShortcut }: Electron,
  {
    accelerator,
    url,
    code,
    preload,
    answers
  }: {
    readonly accelerator: string
    readonly url: string
    readonly code: string
    readonly preload: string
    readonly answers: Readonly<Record<string, unknown>>
  }
): void {
  const shared = globalThis as Made
  shared.made = new Promise((resolve, reject) => {
    globalShortcut.register(accelerator, () => {
      globalShortcut.unregister(accelerator)
      void clipboard.readText()
      const created = new BrowserWindow({
        width: 520,
        height: 168,
        show: false,
        frame: false,
        transparent: true,
        alwaysOnTop: true,
        skipTaskbar: true,
        webPreferences: { preload, sandbox: true }
      })
      created.webContents.ipc.on('bench:canned-answers', (event) => {
        event.returnValue = answers
      })
      created.once('ready-to-show', () => created.show())
      created.webContents.once('dom-ready', () => {
        void created.webContents
          .executeJavaScript(code)
          .then(resolve, reject)
          .finally(() => created.destroy())
      })
      void created.loadURL(url)
    })
  })
}

/** Runs in the main process: when that window was painted. */
function whenMade(): Promise<number> {
  return (globalThis as Made).made ?? Promise.reject(new Error('No window was made'))
}
