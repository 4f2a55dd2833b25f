import { app } from 'electron'

/** Holds back quitting until `stop` is done, but no longer than `limitMs`. */
export function stopBeforeQuit(stop: () => Promise<void>, limitMs: number): void {
  let isStopping = false
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (isStopping) return
    isStopping = true
    setTimeout(() => app.exit(1), limitMs)
    void stop().then(
      () => app.exit(0),
      (error: unknown) => {
        console.error('The app did not stop well', error)
        app.exit(1)
      }
    )
  })
}
