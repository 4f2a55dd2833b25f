import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { electronFlags } from './find-electron.ts'
import { root } from './root.ts'

const readySchema = z.object({ ui: z.string(), webhook: z.url(), api: z.url() })

export interface StartedApp {
  /** The browser host's one-time address; empty for the desktop app. */
  readonly ui: string
  readonly webhook: string
  /** Resolves when the app has ended by itself or by `stop`. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

export interface AppToStart {
  /** An Electron to run on; null starts the browser host. */
  readonly electron: string | null
  readonly apiUrl: string
  readonly accountId: number
  /** Where the simulator behind `apiUrl` is controlled, if there is one. */
  readonly simulatorUrl?: string
  /** Keys to sign in with at the start. */
  readonly keys: readonly string[]
}

/** Starts the built app for a demo or a test: in a folder of its own that goes with it, secrets in memory, any free port. */
export async function startApp({
  electron,
  apiUrl,
  accountId,
  simulatorUrl = '',
  keys
}: AppToStart): Promise<StartedApp> {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-demo-'))
  const flags = ['--json', '--key-stdin']
  const [command, args] = electron
    ? [electron, ['.', ...electronFlags, ...flags]]
    : [process.execPath, ['out/main/browser.cjs', ...flags]]
  const app = spawn(command, args, {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      VOICE360_API_URL: apiUrl,
      VOICE360_ACCOUNT_ID: String(accountId),
      VOICE360_SIMULATOR_URL: simulatorUrl,
      VOICE360_USER_DATA: folder,
      VOICE360_WEBHOOK_PORT: '0',
      VOICE360_SECRETS: 'memory'
    }
  })
  app.stdin.end(keys.join('\n'))
  const ended = new Promise<void>((resolve) => app.once('exit', () => resolve())).then(() =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  )
  const { ui, webhook } = await readReadyLine(app)
  return {
    ui,
    webhook,
    ended,
    async stop() {
      app.kill('SIGTERM')
      await ended
    }
  }
}

async function readReadyLine(app: ChildProcess): Promise<z.infer<typeof readySchema>> {
  if (!app.stdout) throw new Error('The app has no output to read.')
  const exited = new Promise<never>((_resolve, reject) =>
    app.once('exit', (code) => reject(new Error(`The app ended before it was ready (exit code ${code}).`)))
  )
  const lines = createInterface({ input: app.stdout })
  const ready = new Promise<z.infer<typeof readySchema>>((resolve) =>
    lines.on('line', (line) => {
      if (line.startsWith('{')) resolve(readySchema.parse(JSON.parse(line)))
    })
  )
  return Promise.race([ready, exited])
}
