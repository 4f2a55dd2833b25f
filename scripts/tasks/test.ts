import { buildApp } from '../build-app.ts'
import { runTool } from '../run.ts'

const projects = ['unit', 'architecture', 'integration', 'e2e'].flatMap((name) => ['--project', name])

await buildApp()
process.exitCode = await runTool('vitest', 'vitest.mjs', ['run', ...projects, ...process.argv.slice(2)])
