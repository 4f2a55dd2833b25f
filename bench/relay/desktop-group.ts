import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { FromDesktops, ToDesktops, Way } from './desktops-protocol.ts'

/** Desktops that share a process. */
export interface DesktopGroup {
  connect(way: Way, count: number, server: string): Promise<void>
  /** Resolves once they have had so many together, with how long each took that was timed. */
  whenHad(count: number): Promise<readonly number[]>
  disconnect(): Promise<void>
  end(): void
}

export async function startGroup(...args: readonly string[]): Promise<DesktopGroup> {
  const child = fork(join(import.meta.dirname, 'desktops.ts'), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  const life = new AbortController()
  child.once('exit', (code) => life.abort(new Error(`Desktops ended with ${code}.`)))
  const ask = async <Kind extends FromDesktops['kind']>(message: ToDesktops, kind: Kind) => {
    child.send(message)
    return answer(child, kind, life.signal)
  }
  await answer(child, 'connected', life.signal)
  return {
    connect: async (way, count, server) =>
      void (await ask({ kind: 'connect', way, count, server }, 'connected')),
    whenHad: async (count) => (await ask({ kind: 'expect', count }, 'had')).tookMs,
    disconnect: async () => void (await ask({ kind: 'disconnect' }, 'disconnected')),
    end: () => child.disconnect()
  }
}

async function answer<Kind extends FromDesktops['kind']>(
  child: ChildProcess,
  kind: Kind,
  signal: AbortSignal
): Promise<Extract<FromDesktops, { kind: Kind }>> {
  for (;;) {
    const [message]: FromDesktops[] = await once(child, 'message', { signal })
    if (message?.kind === kind) return message as Extract<FromDesktops, { kind: Kind }>
  }
}
