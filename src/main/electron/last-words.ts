import { app, dialog } from 'electron'
import { z } from 'zod'
import type { OpenedApplication } from '../core/application.ts'
import type { DocumentStore, Notifier } from '../core/ports.ts'
import type { Translate } from '../core/translate.ts'
import { startAgain } from './start-again.ts'

/** An app that fails again so soon would fail forever: from then on its user decides. */
const againWithinMs = 60_000
/** How long stopping may take in an app of which nobody knows what still works. */
const quitLimitMs = 5_000

const lastFaultSchema = z.object({ atMs: z.number().nullable().catch(null), isTold: z.boolean().catch(true) })

/** The app once it runs: who writes down what went wrong, what outlives a restart, and who tells the user. */
export interface RunningApp {
  readonly application: Pick<OpenedApplication, 'noteFault'>
  readonly lastFault: DocumentStore
  readonly notifier: Notifier
  readonly t: Translate
}

/** Says why the app cannot start, and ends it. */
export function failToStart(error: unknown): void {
  dialog.showErrorBox(
    'Voice360 Companion could not start',
    error instanceof Error ? error.message : String(error)
  )
  app.exit(1)
}

/**
 * Takes what nobody caught, which Electron would put before the user as a stack, in a box that holds up the whole app. After an
 * exception nobody knows what still works: the app starts anew, and tells so afterwards. Where that happens again within a minute it
 * asks instead. A rejection that nobody waited for leaves one thing undone, and the app goes on. To be called before anything else;
 * the returned function is to be called once the app runs.
 */
export function catchFaults(nowMs: () => number): (running: RunningApp) => void {
  let running: RunningApp | null = null
  let isHandled = false

  process.on('unhandledRejection', (reason) => {
    if (running) note(running, reason)
    else failToStart(reason)
  })
  process.on('uncaughtException', (error) => {
    if (!running) return failToStart(error)
    note(running, error)
    if (isHandled) return
    isHandled = true
    if (isFirst(running.lastFault, nowMs())) restart()
    else void askWhatToDo(running.t)
  })
  return (started) => {
    running = started
    tellOfRestart(started)
  }
}

/** Whatever is broken, writing it down must not fail once more: that would end the process on the spot. */
function note({ application }: RunningApp, error: unknown): void {
  try {
    application.noteFault(error)
  } catch {
    console.error('What went wrong could not be written to the log')
  }
}

/** Remembers the fault; where that cannot be done, nobody would know the next one for the second. */
function isFirst(lastFault: DocumentStore, nowMs: number): boolean {
  try {
    const { atMs } = lastFaultSchema.parse(lastFault.read())
    const isAgain = atMs !== null && nowMs - atMs < againWithinMs
    lastFault.write({ atMs: nowMs, isTold: isAgain })
    return !isAgain
  } catch {
    return false
  }
}

function tellOfRestart({ lastFault, notifier, t }: RunningApp): void {
  const { atMs, isTold } = lastFaultSchema.parse(lastFault.read())
  if (isTold) return
  lastFault.write({ atMs, isTold: true })
  notifier.notify({
    title: t('fault.restarted'),
    body: t('fault.restartedBody'),
    onActivate: () => undefined
  })
}

function restart(): void {
  startAgain()
  quit()
}

function quit(): void {
  setTimeout(() => app.exit(1), quitLimitMs)
  app.quit()
}

async function askWhatToDo(t: Translate): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: t('fault.title'),
    message: t('fault.again'),
    detail: t('fault.againDetail'),
    buttons: [t('fault.restart'), t('fault.quit')],
    defaultId: 0,
    cancelId: 1,
    noLink: true
  })
  if (response === 0) restart()
  else quit()
}
