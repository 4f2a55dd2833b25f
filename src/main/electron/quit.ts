import { app } from 'electron'

interface Quitting {
  readonly stop: () => Promise<void>
  readonly limitMs: number
  /** Ends the app once it has stopped, or has had its time; with which code where nothing else is to be done. */
  readonly leave: (exitCode: number) => void
}

/** How a system or a terminal asks an app to end. */
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** Holds back quitting until `stop` is done, but no longer than `limitMs`. */
export function stopBeforeQuit({ stop, limitMs, leave }: Quitting): void {
  let stage: 'running' | 'stopping' | 'stopped' = 'running'
  // Chromium would quit too, but what writes documents takes its place, and ends the process on the spot unless another listens.
  for (const signal of signals) process.on(signal, () => app.quit())
  app.on('before-quit', (event) => {
    event.preventDefault()
    // An installer that `leave` began asks to quit too; the windows, which hide when they are closed, are not to be asked.
    if (stage === 'stopped') return app.exit(0)
    if (stage === 'stopping') return
    stage = 'stopping'
    const leaveOnce = (exitCode: number): void => {
      clearTimeout(limit)
      if (stage === 'stopped') return
      stage = 'stopped'
      leave(exitCode)
    }
    const limit = setTimeout(() => leaveOnce(1), limitMs)
    const end = async () => {
      try {
        await stop()
      } catch (error) {
        console.error('The app did not stop well', error)
        return leaveOnce(1)
      }
      leaveOnce(0)
    }
    void end()
  })
}
