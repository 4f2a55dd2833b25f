import { buildApp } from '../build-app.ts'
import { run } from '../run.ts'

await buildApp()
process.exitCode = await run(process.execPath, ['bench/run.ts', ...process.argv.slice(2)])
