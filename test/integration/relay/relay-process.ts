import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { spawnTied } from '../../spawn-tied.ts'
import { talkTo } from './relay-under-test.ts'

/** A relay in a process of its own. */
export interface RelayProcess extends ReturnType<typeof talkTo> {
  /** The lines that it wrote, as they are. */
  readonly lines: readonly string[]
  /** Stops reading what it writes, as a log's reader does that ends. */
  stopReading(): void
  signal(signal: NodeJS.Signals): void
  /** With what it ended: an exit code, or the signal. */
  readonly ended: Promise<number | NodeJS.Signals>
}

/** Resolves when it takes webhooks. */
export async function startRelayProcess(configFile: string): Promise<RelayProcess> {
  const child = spawnTied(process.execPath, ['src/relay/index.ts', '--config', configFile], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const lines: string[] = []
  const listening = linesOf(child, lines)
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal)
  const { port, adminPort } = await Promise.race([
    listening,
    ended.then((with_) => Promise.reject(new Error(`The relay ended with ${with_}: ${lines.join('\n')}`)))
  ])
  return {
    ...talkTo({ port, adminPort }),
    lines,
    stopReading: () => void child.stdout?.destroy(),
    signal: (signal) => void child.kill(signal),
    ended
  }
}

/** Collects lines; resolves with where it listens, once it says so. */
function linesOf(child: ChildProcess, lines: string[]) {
  return new Promise<{ readonly port: number; readonly adminPort: number }>((resolve) => {
    let rest = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        lines.push(line)
        const said = JSON.parse(line)
        if (said.message === 'Webhooks are taken') resolve(said)
      }
    })
  })
}
