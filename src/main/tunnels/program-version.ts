import { startGuardedProcess } from './guarded-process.ts'
import type { TunnelMachine } from './tunnel-machine.ts'

const limitMs = 3_000
const mostLines = 100
const graceMs = 200

/** What is known of a program that was found. One that hangs may still work: only its version is unknown. */
export type ProgramVersion =
  | { readonly state: 'ready'; readonly version: string | null }
  | { readonly state: 'no-program'; readonly version: null }

/**
 * Asks a program for its version: the first match of `pattern` in what it answers within three seconds. `no-program` where the system
 * cannot run the file (another machine's, or no program at all), or where it does no more than fail.
 */
export async function readProgramVersion(
  { env, platform, clock }: Pick<TunnelMachine, 'env' | 'platform' | 'clock'>,
  program: string,
  args: readonly string[],
  pattern: RegExp
): Promise<ProgramVersion> {
  let version: string | null = null
  let lineCount = 0
  let isGivenUp = false
  const giveUp = (): void => {
    isGivenUp = true
    void child.stop()
  }
  const child = startGuardedProcess({
    program,
    args,
    env,
    platform,
    graceMs,
    onLine(line) {
      version ??= pattern.exec(line)?.[1] ?? null
      lineCount += 1
      if (lineCount === mostLines) giveUp()
    }
  })
  const cancel = clock.schedule(limitMs, giveUp)
  const { code } = await child.ended
  cancel()
  return version !== null || isGivenUp || code === 0
    ? { state: 'ready', version }
    : { state: 'no-program', version: null }
}
