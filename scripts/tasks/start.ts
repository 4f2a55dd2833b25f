import { buildApp } from '../build-app.ts'
import { buildKeytar } from '../build-keytar.ts'
import { electronFlags, findElectron } from '../find-electron.ts'
import { run } from '../run.ts'

const args = process.argv.slice(2)
await buildApp()
await buildKeytar()

if (args.includes('--browser')) {
  process.exitCode = await run(process.execPath, [
    'out/main/browser.cjs',
    ...args.filter((arg) => arg !== '--browser')
  ])
} else {
  const electron = findElectron()
  if (electron.found) {
    process.exitCode = await run(electron.path, ['.', ...electronFlags, ...args])
  } else {
    console.error(
      `The desktop app cannot start: ${electron.because}. In a browser tab: npm start -- --browser`
    )
    process.exitCode = 1
  }
}
