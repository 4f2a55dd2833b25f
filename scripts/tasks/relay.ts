import { run } from '../run.ts'

process.exitCode = await run(process.execPath, ['src/relay/index.ts', ...process.argv.slice(2)])
