import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

/**
 * Starts a program that does not outlive this process, however this one ends: Vitest ends its workers by a signal, and a hook that
 * failed has left nobody who would clean up. On Linux the kernel sees to it (PR_SET_PDEATHSIG); elsewhere nobody does.
 */
export function spawnTied(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  return process.platform === 'linux'
    ? spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], options)
    : spawn(program, args, options)
}
