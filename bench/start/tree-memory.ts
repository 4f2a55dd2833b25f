import { readdirSync, readFileSync } from 'node:fs'

/** The memory of a process and all that descend from it, in MiB; a page that several share counts in parts (PSS). Linux only. */
export function treeMemoryMiB(rootPid: number): number {
  const parents = new Map(processIds().map((pid) => [pid, parentOf(pid)]))
  const isInTree = (pid: number | undefined): boolean =>
    pid === rootPid || (pid !== undefined && pid > 1 && isInTree(parents.get(pid)))
  const kiB = [...parents.keys()].filter(isInTree).reduce((sum, pid) => sum + pssKiB(pid), 0)
  return kiB / 1024
}

const processIds = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)

const readProc = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

/** The command in brackets may hold anything; behind it stand the state and the parent. */
const parentOf = (pid: number): number => Number(readProc(pid, 'stat').split(') ').at(-1)?.split(' ')[1] ?? 0)

const pssKiB = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB$/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0)
