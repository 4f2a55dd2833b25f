import { buildApp } from '../build-app.ts'
import { buildKeytar } from '../build-keytar.ts'
import { findElectron } from '../find-electron.ts'
import { runTool } from '../run.ts'

const electron = findElectron()
if (!electron.found) {
  console.error(`The Electron tests need an Electron and a screen: ${electron.because}.`)
  process.exit(1)
}
await buildApp()
await buildKeytar()
process.exitCode = await runTool(
  'vitest',
  'vitest.mjs',
  ['run', '--project', 'electron', ...process.argv.slice(2)],
  {
    env: { ...process.env, VOICE360_ELECTRON: electron.path }
  }
)
