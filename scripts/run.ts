import { type SpawnOptions, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.ts'

/** Runs a command in the repository's folder; resolves with its exit code. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** Runs a package's command on this Node, so that no shell has to find either. */
export function runTool(
  name: string,
  bin: string,
  args: readonly string[],
  options?: SpawnOptions
): Promise<number> {
  return run(process.execPath, [join(root, 'node_modules', name, bin), ...args], options)
}
