import { startSimulator } from '../../src/simulator/start-simulator.ts'
import { buildApp } from '../build-app.ts'
import { runDemoScript } from '../demo-script.ts'
import { findElectron } from '../find-electron.ts'
import { controlSimulator } from '../simulator-control.ts'
import { type StartedApp, startApp } from '../start-app.ts'

await buildApp()
if (process.argv.includes('--script')) await runScript()
else await runOffice()

async function runScript(): Promise<void> {
  try {
    await runDemoScript(console.log)
    console.log('The main job works.')
  } catch (error) {
    console.error(`Failed at: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

async function runOffice(): Promise<void> {
  const wantsBrowser = process.argv.includes('--browser')
  const electron = wantsBrowser ? null : findElectron()
  const simulator = await startSimulator({ seed: Date.now() % 2 ** 31, office: true })
  const user = simulator.keys.users['1001'] ?? ''
  const start = (path: string | null): Promise<StartedApp> =>
    startApp({
      electron: path,
      apiUrl: simulator.apiUrl,
      accountId: simulator.accountId,
      simulatorUrl: simulator.url,
      keys: [user, simulator.keys.developer]
    })
  let inBrowserBecause =
    electron === null ? 'a browser was asked for' : electron.found ? null : electron.because
  let app: StartedApp
  try {
    app = await start(electron?.found ? electron.path : null)
  } catch (error) {
    if (!electron?.found) throw error
    inBrowserBecause = 'Electron did not start here'
    app = await start(null)
  }
  await controlSimulator(simulator.url).post('/webhooks', { url: app.webhook })

  console.log(`A small office is at work at ${simulator.url}; you are John Smith, extension 1001.`)
  if (inBrowserBecause === null)
    console.log('The app is on your screen. Close it from its tray, or press Ctrl+C here.')
  else
    console.log(
      `In a browser tab, because ${inBrowserBecause}. Open:\n\n  ${app.ui}\n\nCtrl+C ends the demo.`
    )

  const stop = (): void => void app.stop()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  await app.ended
  await simulator.stop()
}
