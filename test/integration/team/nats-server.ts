import { type ChildProcess, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnTied } from '../../spawn-tied.ts'

/** Debian's package `nats-server`, or what VOICE360_NATS_SERVER names. Where it is not there, tests of the team are skipped. */
export const natsProgram = process.env.VOICE360_NATS_SERVER ?? 'nats-server'
export const hasNatsServer = spawnSync(natsProgram, ['--version']).status === 0

/** A real nats-server, on free ports of the loopback interface, with a folder of its own. */
export interface NatsServer {
  /** `nats://127.0.0.1:PORT`; stays the same over `start`. */
  readonly url: string
  readonly port: number
  readonly folder: string
  /** Of the process that runs now. */
  pid(): number
  /** Ends it at once, as a power failure would (SIGKILL). What was written stays. */
  kill(): Promise<void>
  /** Ends it in good order. */
  stop(): Promise<void>
  /** Starts it again with the same folder and port. */
  start(): Promise<void>
  /** Stops it from running without ending it, and lets it run again (SIGSTOP, SIGCONT). */
  pause(): void
  resume(): void
  /** Reads its configuration anew. */
  reload(config: string): void
  /** What it has logged since it was started last. */
  readonly said: () => string
  /** Ends it and deletes its folder. */
  remove(): Promise<void>
}

interface Options {
  /** More of the configuration file beside port and JetStream's folder: users, a cluster, TLS, WebSocket. */
  readonly config?: string
  /** 0 lets it choose. */
  readonly port?: number
}

/** Starts one; resolves when it takes connections. */
export async function startNatsServer({ config = '', port = 0 }: Options = {}): Promise<NatsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'voice360-nats-'))
  const configFile = join(folder, 'server.conf')
  let child: ChildProcess | null = null
  let usedPort = port
  let said = ''

  const writeConfig = (more: string) =>
    writeFileSync(
      configFile,
      `listen: "127.0.0.1:${usedPort === 0 ? -1 : usedPort}"\n` +
        `jetstream { store_dir: ${JSON.stringify(join(folder, 'jetstream'))} }\n${more}\n`
    )

  async function start(): Promise<void> {
    const started = spawnTied(natsProgram, ['-c', configFile], { stdio: ['ignore', 'ignore', 'pipe'] })
    child = started
    said = ''
    await new Promise<void>((resolve, reject) => {
      started.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Server is ready')) resolve()
      })
      started.once('error', reject)
      started.once('exit', (code) => reject(new Error(`nats-server ended with ${code}:\n${said}`)))
    })
    if (usedPort === 0) {
      const found = /Listening for client connections on [\d.]+:(\d+)/.exec(said)
      if (found === null) throw new Error(`nats-server named no port:\n${said}`)
      usedPort = Number(found[1])
      writeConfig(config)
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ended = child
    child = null
    if (ended === null || ended.exitCode !== null || ended.signalCode !== null) return
    const gone = new Promise((resolve) => ended.once('exit', resolve))
    ended.kill('SIGCONT')
    ended.kill(signal)
    await gone
  }

  writeConfig(config)
  try {
    await start()
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return {
    url: `nats://127.0.0.1:${usedPort}`,
    port: usedPort,
    folder,
    pid: () => child?.pid ?? 0,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    reload(more) {
      writeConfig(more)
      child?.kill('SIGHUP')
    },
    said: () => said,
    async remove() {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Several servers that are one cluster, each as above. */
export async function startNatsCluster(size: number, config = ''): Promise<readonly NatsServer[]> {
  const routePorts = await Promise.all(Array.from({ length: size }, freePort))
  const routes = routePorts.map((port) => `"nats://127.0.0.1:${port}"`).join(', ')
  return Promise.all(
    routePorts.map((port, index) =>
      startNatsServer({
        config: `server_name: "n${index}"\ncluster { name: "team", listen: "127.0.0.1:${port}", routes: [${routes}] }\n${config}`
      })
    )
  )
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('A server on a port has one.')
  return address.port
}
