import { unknownReach } from '../shared/domain/reach.ts'
import type { Start } from '../shared/domain/start.ts'
import type { Application, Restart } from './core/application.ts'
import type { LiveValue } from './core/live-value.ts'

interface Runs {
  readonly start: LiveValue<Start>
  /** Puts an application together, with a ledger and keys as they are now. */
  readonly compose: () => Promise<Application>
}

/**
 * One application after another, which to a host is one: another account, or a ledger taken back from a backup, is put together
 * anew while the windows stay. What is asked meanwhile waits.
 */
export function runApplications({ start, compose }: Runs): {
  readonly application: Application
  readonly restart: Restart
} {
  let running: Application | null = null
  let run = 0
  const stopped = Promise.withResolvers<null>()
  let isStopped = false
  let lastTurn: Promise<void> = Promise.resolve()
  let composed = Promise.withResolvers<Application>()

  /** Starts and restarts one after another, since a start that was stopped on its way would go on; none once the process ends. */
  function inTurn(task: () => Promise<void>): Promise<void> {
    const done = lastTurn.then(() => (isStopped ? undefined : task()))
    lastTurn = done.catch(() => undefined)
    return done
  }

  async function begin(): Promise<void> {
    if (isStopped) return
    const composing = compose()
    // It may wait for its user to say where the secrets are, and whoever quits says nothing.
    const application = await Promise.race([composing, stopped.promise])
    if (application === null) return void composing.then((late) => late.stop()).catch(() => undefined)
    running = application
    run += 1
    composed.resolve(application)
    const isStarted = application.start().then(() => true)
    // What it waits for may never come: whoever quits does not wait for it too.
    if (await Promise.race([isStarted, stopped.promise])) start.set({ stage: 'running', run })
  }

  async function end(): Promise<void> {
    const ending = running
    running = null
    await ending?.stop()
  }

  async function restartNow(meanwhile: () => Promise<void>): Promise<void> {
    composed = Promise.withResolvers()
    start.set({ stage: 'opening' })
    await end()
    try {
      await meanwhile()
    } finally {
      await begin().catch((error: unknown) => {
        start.set({ stage: 'failed', message: error instanceof Error ? error.message : String(error) })
        throw error
      })
    }
  }

  return {
    application: {
      start: () => inTurn(begin),
      async stop() {
        isStopped = true
        stopped.resolve(null)
        await lastTurn
        await end()
      },
      answer: async (channel, args) => (await composed.promise).answer(channel, args),
      reach: () => running?.reach() ?? unknownReach,
      proposeDialFromClipboard: async () => running?.proposeDialFromClipboard(),
      cancelDial: () => running?.cancelDial(),
      openFromOutside: (requests) => running?.openFromOutside(requests),
      stayQuietUntil: (untilMs) => running?.stayQuietUntil(untilMs)
    },
    restart: (meanwhile = () => Promise.resolve()) => inTurn(() => restartNow(meanwhile))
  }
}
