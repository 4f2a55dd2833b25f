import { type ChildProcess, spawn } from 'node:child_process'
import { createLineReader } from './read-lines.ts'

/** How long a program may take to end once it was asked to. */
const defaultGraceMs = 3_000
/** Past the grace, until the guard is taken for stuck. */
const guardLimitMs = 2_000
const tickMs = 100

/**
 * Runs "$@" and watches its own standard input, whose other end the app holds: when that closes, because the app asks for it or is
 * gone, everything of this process group is asked to end (TERM), and after the grace ends (KILL). `read` and `kill` are the shell's
 * own, so that the watch is one process; it stays until the app lets go of it, and ends what the program has left behind.
 */
const guard = `
ticks=$1; shift
exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
{
  PATH="$PATH:/usr/bin:/bin"
  trap '' TERM
  while read -r _; do :; done
  kill -TERM 0
  while [ "$ticks" -gt 0 ] && kill -0 "$program"; do sleep 0.1; ticks=$((ticks - 1)); done
  kill -KILL 0
} <&3 >/dev/null 2>&1 &
exec 3<&-
trap '' TERM
wait "$program"
exit $?
`

export interface GuardedProcess {
  /** Of the program's process group where there are such, else of the program; null where it could not be started. */
  readonly pid: number | null
  /** Resolves when it is gone, with all that it started. `code` is null where it was killed or never ran; never rejects. */
  readonly ended: Promise<{ readonly code: number | null }>
  /** Asks it to end, and after the grace ends it; resolves when it is gone. */
  stop(): Promise<void>
}

export interface ProcessOrder {
  /** The whole path of an executable file. */
  readonly program: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** Each line of its output and of its errors, without the line's end; none after `ended`. */
  readonly onLine: (line: string) => void
  readonly graceMs?: number
  readonly platform?: NodeJS.Platform
}

/**
 * Starts a program that ends with the app, however the app ends: when the app is killed (kill -9) nothing of it is left after the
 * grace. Except on Windows: there it is a plain child without a window; a killed app leaves it behind.
 */
export function startGuardedProcess(order: ProcessOrder): GuardedProcess {
  const graceMs = order.graceMs ?? defaultGraceMs
  const isWindows = (order.platform ?? process.platform) === 'win32'
  const child = isWindows ? spawnPlain(order) : spawnGuarded(order, graceMs)
  // A write into a pipe whose reader is gone; nothing is ever written, but closing it may say so.
  child.stdin?.on('error', () => undefined)
  const hasClosed = readLines(child, order.onLine)

  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.once('error', () => {
      if (child.pid === undefined) resolve(null)
    })
  })
  const end = async (): Promise<{ readonly code: number | null }> => {
    const code = await exited
    // The watch ends what the program left behind in its group, and with it itself.
    child.stdin?.destroy()
    // Somebody who has left the group may hold its outputs for ever.
    const limit = setTimeout(() => {
      child.stdout?.destroy()
      child.stderr?.destroy()
    }, graceMs + guardLimitMs)
    await hasClosed
    clearTimeout(limit)
    return { code }
  }
  const ended = end()

  return {
    pid: child.pid ?? null,
    ended,
    async stop() {
      if (isWindows) child.kill()
      else child.stdin?.destroy()
      const limit = setTimeout(() => killGroup(child, isWindows), graceMs + guardLimitMs)
      await ended
      clearTimeout(limit)
    }
  }
}

const spawnPlain = ({ program, args, env }: ProcessOrder): ChildProcess =>
  spawn(program, [...args], { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })

/** Detached it leads a process group of its own, which can be ended as a whole and which a terminal's Ctrl-C does not reach. */
const spawnGuarded = ({ program, args, env }: ProcessOrder, graceMs: number): ChildProcess =>
  spawn('/bin/sh', ['-c', guard, 'sh', String(Math.ceil(graceMs / tickMs)), program, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true
  })

/** Resolves when both outputs are closed: whoever could write into them is gone. */
async function readLines(child: ChildProcess, onLine: (line: string) => void): Promise<void> {
  await Promise.all(
    [child.stdout, child.stderr].map(
      (stream) =>
        new Promise<void>((resolve) => {
          if (!stream) return resolve()
          const reader = createLineReader(onLine)
          stream.setEncoding('utf8')
          stream.on('data', (piece: string) => reader.push(piece))
          stream.once('end', () => reader.end())
          stream.once('close', () => resolve())
        })
    )
  )
}

function killGroup(child: ChildProcess, isWindows: boolean): void {
  if (isWindows || child.pid === undefined) {
    child.kill('SIGKILL')
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody of it is left.
  }
}
