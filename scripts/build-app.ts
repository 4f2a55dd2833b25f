import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'
import { runTool } from './run.ts'

const sources = ['src/**/*', 'electron.vite.config.ts', 'package-lock.json']
const newest = (patterns: readonly string[]): number =>
  Math.max(0, ...globSync(patterns, { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs))

/** Builds main, preload and pages into out/, unless what is there is newer than every source. */
export async function buildApp(): Promise<void> {
  const built = ['out/main/index.cjs', 'out/preload/index.cjs', 'out/renderer/index.html'].map((file) =>
    join(root, file)
  )
  const oldestBuilt = Math.min(...built.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)))
  if (oldestBuilt > newest(sources)) return
  console.error('Building …')
  const status = await runTool('electron-vite', 'bin/electron-vite.js', ['build', '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2]
  })
  if (status !== 0) throw new Error('The build failed; its messages stand above.')
}
