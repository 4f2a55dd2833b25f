import { app } from 'electron'
import { stopBeforeQuit } from '../../../src/main/electron/quit.ts'
import { createDesktopUpdater } from '../../../src/main/electron/updater.ts'

/**
 * An app that does nothing but update itself, by the desktop's own updater: it takes the steps of `VOICE360_TEST_STEPS`, one after
 * another, prints as a line of JSON what comes of each that is answered, and ends as the desktop app does.
 */
async function main(): Promise<void> {
  await app.whenReady()
  const updater = createDesktopUpdater()
  const say = (result: unknown) => process.stdout.write(`${JSON.stringify(result)}\n`)
  stopBeforeQuit({ stop: () => Promise.resolve(), limitMs: 3_000, leave: (code) => updater.leave(code) })
  for (const step of (process.env['VOICE360_TEST_STEPS'] ?? '').split(' ')) {
    if (step === 'check-latest') say(await updater.check('latest'))
    if (step === 'check-beta') say(await updater.check('beta'))
    if (step === 'download') say(await updater.download(() => undefined))
    if (step === 'install-on-quit') updater.setInstallOnQuit(true)
    if (step === 'install') return updater.install()
  }
  app.quit()
}

void main()
