import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { electronFlags } from '../../scripts/find-electron.ts'
import { electronPath, environment } from '../../test/electron/launch-app.ts'
import { nowMs } from '../painted.ts'
import { treeMemoryMiB } from './tree-memory.ts'

/** How long the native code of an old Electron may take to unload, before it is ended: see `exitCodeOf` in launch-app.ts. */
const unloadMs = 5_000

const moments = ['painted', 'listed'] as const
/** From the process's start until the main window was painted, and until its list was filled, in milliseconds. */
export type StartTimes = Readonly<Record<(typeof moments)[number], number>>

export interface WatchedApp {
  readonly times: StartTimes
  /** Of all its processes, in MiB. */
  memoryMiB(): number
  minimize(): void
  quit(): Promise<void>
}

/** Starts the app of that folder, made by `prepare-apps`, with its data in another, until its list is filled. */
export async function startWatched(
  folder: string,
  userDataFolder: string,
  apiUrl: string
): Promise<WatchedApp> {
  const startedAtMs = nowMs()
  const app = spawn(electronPath, [folder, ...electronFlags], {
    env: environment(userDataFolder, apiUrl),
    stdio: ['pipe', 'pipe', 'ignore']
  })
  const exited = once(app, 'exit')
  const told = new Map<string, number>()
  const { promise: hasTold, resolve: haveTold } = Promise.withResolvers<void>()
  createInterface({ input: app.stdout }).on('line', (line) => {
    if (!line.startsWith('{"name"')) return
    const { name, atMs } = JSON.parse(line)
    told.set(name, atMs - startedAtMs)
    if (moments.every((moment) => told.has(moment))) haveTold()
  })
  await Promise.race([hasTold, exited])
  const [painted = NaN, listed = NaN] = moments.map((moment) => told.get(moment))
  return {
    times: { painted, listed },
    memoryMiB: () => treeMemoryMiB(app.pid ?? 0),
    minimize: () => void app.stdin.write('minimize\n'),
    async quit() {
      app.stdin.write('quit\n')
      const limit = setTimeout(() => app.kill('SIGKILL'), unloadMs)
      await exited
      clearTimeout(limit)
    }
  }
}
