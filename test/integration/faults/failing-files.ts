import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

/** Whether writes can be made to fail here: Linux and a C compiler. */
export const canFailWrites = process.platform === 'linux' && spawnSync('gcc', ['--version']).status === 0

export interface Faults {
  readonly error: 'ENOSPC' | 'EIO'
  /** The first write, flush or change of size that fails, counted from 1. */
  readonly first: number
  /** Whether only that one fails, or all from then on. */
  readonly isOnce: boolean
  /** Whether only what is done to the database itself counts, which is when its log goes over to it. */
  readonly isDatabaseOnly?: boolean
}

const fieldBytes = 4
const countAt = 4 * fieldBytes
const forever = 0xffffffff

/** Compiles failing-files.c into a folder, for a process that is started with `environment`. */
export function prepareFaults(folder: string, ledgerFile: string) {
  const library = join(folder, 'failing-files.so')
  const source = join(import.meta.dirname, 'failing-files.c')
  const compiled = spawnSync('gcc', ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, source])
  if (compiled.status !== 0) throw new Error(compiled.stderr.toString())
  const file = join(folder, 'faults')
  writeFileSync(file, new Uint8Array(countAt + fieldBytes))
  const descriptor = openSync(file, 'r+')

  // One after the other, the error last: with it everything else counts.
  function set(values: readonly number[]): void {
    for (const [index, value] of [...values.entries()].toReversed()) {
      writeSync(descriptor, Uint32Array.of(value), 0, fieldBytes, index * fieldBytes)
    }
  }

  return {
    environment: { LD_PRELOAD: library, FAULTS: file, LEDGER_FILE: ledgerFile },
    begin: ({ error, first, isOnce, isDatabaseOnly = false }: Faults): void =>
      set([constants.errno[error], first, isOnce ? first : forever, isDatabaseOnly ? 1 : 0, 0]),
    /** Nothing fails any more; answers how many of the calls were made meanwhile. */
    end(): number {
      writeSync(descriptor, Uint32Array.of(0), 0, fieldBytes, 0)
      const count = new Uint32Array(1)
      readSync(descriptor, count, 0, fieldBytes, countAt)
      return count[0] ?? 0
    },
    close: (): void => closeSync(descriptor)
  }
}
