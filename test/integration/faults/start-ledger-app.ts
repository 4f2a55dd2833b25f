import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { webhookBody } from '../../fakes/webhook-samples.ts'
import { type AskedOf, type FromApp, type LedgerApp, token } from './ledger-app-protocol.ts'

type Settle = (message: FromApp) => void

export interface StartedLedgerApp extends LedgerApp {
  readonly pid: number
  /** Sends an event to the listener; answers the status, 0 where none came. */
  post(...event: Parameters<typeof webhookBody>): Promise<number>
  kill(): Promise<void>
}

/** Starts `ledger-app.ts` in a process of its own, which the test's end kills. `within` is what its command line begins with. */
export async function startLedgerApp(
  ledgerFile: string,
  environment: NodeJS.ProcessEnv = {},
  within: readonly string[] = []
): Promise<StartedLedgerApp> {
  const script = join(import.meta.dirname, 'ledger-app.ts')
  const [program, ...line] = [...within, process.execPath, script]
  const app = spawn(program, line, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, LEDGER_FILE: ledgerFile, ...environment }
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const exited = once(app, 'exit')
  const settles = new Map<number, Settle>()
  const started = Promise.withResolvers<number>()
  app.on('message', (message: FromApp) => {
    if ('port' in message) return started.resolve(message.port)
    settles.get(message.id)?.(message)
    settles.delete(message.id)
  })
  app.once('exit', () => started.reject(new Error('The app ended before it listened')))

  async function kill(): Promise<void> {
    agent.destroy()
    app.kill('SIGKILL')
    await exited
  }
  onTestFinished(kill)
  const port = await started.promise

  let lastId = 0
  function ask(name: keyof LedgerApp, args: readonly unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      lastId += 1
      const asked: AskedOf = { id: lastId, name, args }
      settles.set(lastId, (message) => {
        if ('value' in message) resolve(message.value)
        else if ('error' in message) reject(Object.assign(new Error(message.reason), { name: message.error }))
        else resolve(undefined)
      })
      app.send(asked)
    })
  }
  const asking = new Proxy({} as LedgerApp, {
    get:
      (_target, name: keyof LedgerApp) =>
      (...args: readonly unknown[]) =>
        ask(name, args)
  })

  const post = (...event: Parameters<typeof webhookBody>): Promise<number> =>
    new Promise((resolve) => {
      const path = `/hooks/${token}`
      const outgoing = request({ port, host: '127.0.0.1', path, method: 'POST', agent }, (answer) => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode ?? 0))
        answer.once('error', () => resolve(0))
      })
      outgoing.once('error', () => resolve(0))
      outgoing.end(webhookBody(...event))
    })

  return {
    pid: app.pid ?? 0,
    post,
    kill,
    ask: (name, ...args) => asking.ask(name, ...args),
    dial: (intent) => asking.dial(intent),
    isMadeAnew: () => asking.isMadeAnew(),
    recovered: () => asking.recovered(),
    reopen: () => asking.reopen()
  }
}
