import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import {
  ask,
  type DrivenApp,
  electronPath,
  launchApp,
  makeUserDataFolder
} from '../test/electron/launch-app.ts'
import { startVoice360 } from '../test/electron/voice360-for-test.ts'
import { interleave } from './interleave.ts'
import { type Electron, inPage, nowMs, printPainted, whenPainted } from './painted.ts'

const tries = 15
const cannedPreload = join(import.meta.dirname, 'canned-preload.cjs')
const myLine = '+15559876543'

/**
 * How long a caller waits to be seen: from the webhook's POST until the card is painted in the window that was made ahead,
 * beside the same card in a window that is made for it. Needs Electron and a screen.
 */
export async function benchPopup(print: (line: object) => void): Promise<void> {
  if (electronPath === '') {
    throw new Error('Name an Electron with VOICE360_ELECTRON, and run this where there is a screen.')
  }
  const { folder, remove } = makeUserDataFolder()
  const voice360 = await startVoice360()
  const app = await launchApp(folder, voice360.apiUrl)
  try {
    await voice360.welcome(app)
    const { webhookUrl } = await ask(app.main, 'reach:get-reach', {})
    await app.electron.evaluate(listenForRinging)
    const webhook = webhookUrl ?? ''
    const samples = await interleave({
      tries,
      variants: {
        madeAhead: async () => [await tryMadeAhead(app, webhook)],
        madeEachTime: async () => [await tryMadeEachTime(app, webhook)]
      }
    })
    printPainted(print, 'webhook to card painted', samples)
  } finally {
    await app.quit()
    await voice360.stop()
    remove()
  }
}

let lastNumber = 5550100

async function tryMadeAhead(app: DrivenApp, webhook: string): Promise<number> {
  await ask(app.main, 'settings:update-settings', { change: { popups: 'mine' } })
  const callId = randomUUID()
  const painted = app.electron.evaluate(inPage, {
    url: 'app://v360/popup.html',
    code: whenPainted('article', callId)
  })
  const sentAtMs = nowMs()
  await postCall(webhook, callId)
  const paintedAtMs = await painted
  for (const { call } of await ask(app.main, 'popup:list-cards', {})) {
    await ask(app.main, 'popup:dismiss-card', { callId: call.id })
  }
  return paintedAtMs - sentAtMs
}

async function tryMadeEachTime(app: DrivenApp, webhook: string): Promise<number> {
  await ask(app.main, 'settings:update-settings', { change: { popups: 'off' } })
  const callId = randomUUID()
  const answers: CannedAnswers = {
    'session:get-session': await ask(app.main, 'session:get-session', {}),
    'session:get-host': await ask(app.main, 'session:get-host', {}),
    'settings:get-settings': await ask(app.main, 'settings:get-settings', {})
  }
  const painted = app.electron.evaluate(newWindowPainted, {
    code: whenPainted('article', callId),
    preload: cannedPreload,
    answers
  })
  const sentAtMs = nowMs()
  await postCall(webhook, callId)
  return (await painted) - sentAtMs
}

async function postCall(webhook: string, callId: string): Promise<void> {
  lastNumber += 1
  await fetch(webhook, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      event_name: 'INCOMING_EXTERNAL_CALL',
      account_id: '61',
      timestamp: Math.floor(Date.now() / 1000),
      metadata: { call_id: callId, from_number: `+1212${lastNumber}`, to_number: myLine, caller_name: callId }
    })
  })
}

interface CannedAnswers {
  readonly 'session:get-session': unknown
  readonly 'session:get-host': unknown
  readonly 'settings:get-settings': unknown
}

/** Runs in the main process: from now on each ringing call is also told to whoever makes a window for it. */
function listenForRinging({ BrowserWindow }: Electron): void {
  const main = BrowserWindow.getAllWindows().find((it) =>
    it.webContents.getURL().endsWith('/index.html')
  )?.webContents
  if (!main) throw new Error('the app has no main window')
  const shared = globalThis as unknown as { onRinging?: (call: unknown) => void }
  const send = main.send.bind(main)
  main.send = (channel: string, payload: { state?: string }) => {
    send(channel, payload)
    if (channel === 'calls:call-changed' && payload.state === 'ringing') shared.onRinging?.(payload)
  }
}

/** Runs in the main process: makes a window for the next ringing call, as an app without one ready would. */
function newWindowPainted(
  { BrowserWindow }: Electron,
  { code, preload, answers }: { code: string; preload: string; answers: CannedAnswers }
): Promise<number> {
  const shared = globalThis as unknown as { onRinging?: (call: unknown) => void }
  return new Promise((resolve, reject) => {
    shared.onRinging = (call) => {
      delete shared.onRinging
      const cards = [{ call, lastContact: null, leavesAtMs: null }]
      const created = new BrowserWindow({
        width: 360,
        height: 200,
        show: false,
        frame: false,
        transparent: true,
        alwaysOnTop: true,
        skipTaskbar: true,
        webPreferences: { preload, sandbox: true }
      })
      created.webContents.ipc.on('bench:canned-answers', (event) => {
        event.returnValue = { ...answers, 'popup:list-cards': cards }
      })
      created.once('ready-to-show', () => created.showInactive())
      created.webContents.once('dom-ready', () => {
        void created.webContents
          .executeJavaScript(code)
          .then(resolve, reject)
          .finally(() => created.destroy())
      })
      void created.loadURL('app://v360/popup.html')
    }
  })
}
