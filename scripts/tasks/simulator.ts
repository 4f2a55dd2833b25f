import { run } from '../run.ts'

process.exitCode = await run(process.execPath, ['src/simulator/index.ts', ...process.argv.slice(2)])
