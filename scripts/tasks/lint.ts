import { runTool } from '../run.ts'

const checks: readonly (readonly [name: string, bin: string, args: readonly string[]])[] = [
  ['oxlint', 'bin/oxlint', ['--type-aware', '--deny-warnings']],
  ['@biomejs/biome', 'bin/biome', ['check', '.']],
  ['knip', 'bin/knip.js', ['--no-progress']]
]

let hasFailed = false
for (const [name, bin, args] of checks) {
  if ((await runTool(name, bin, args)) !== 0) hasFailed = true
}
process.exitCode = hasFailed ? 1 : 0
