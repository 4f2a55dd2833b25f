import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { realClock, type SimulatorClock } from './clock.ts'
import { createWorld, type WorldSettings } from './world.ts'

export interface SimulatorOptions {
  /** 61, the API document's, unless another is wanted. */
  readonly accountId?: number | undefined
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined
  readonly seed?: number | undefined
  readonly developerKey?: string | undefined
  /** By extension; the others are drawn from the seed. */
  readonly userKeys?: Readonly<Record<string, string>> | undefined
  /** Whether the office is lively from the start. */
  readonly office?: boolean | undefined
  readonly users?: number | undefined
  readonly rateLimit?: { readonly keyed?: number; readonly publicPerAddress?: number } | undefined
  readonly clock?: SimulatorClock | undefined
  /** How long an outbound call rings at the other end. */
  readonly ringMs?: number | undefined
  /** How long an outbound call of the API then lasts. */
  readonly talkMs?: number | undefined
  readonly webhookTimeoutMs?: number | undefined
  /** Before the first retry of a webhook; it doubles with each further one. */
  readonly webhookBackOffMs?: number | undefined
}

export interface Simulator {
  /** http://127.0.0.1:{port}; the control routes are below it, at /_simulator. */
  readonly url: string
  /** The base URL to give to a client of the API. */
  readonly apiUrl: string
  readonly accountId: number
  readonly keys: {
    readonly developer: string
    /** By extension. */
    readonly users: Readonly<Record<string, string>>
  }
  stop(): Promise<void>
}

/** Starts a Voice360 on loopback; rejects when the port is taken. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const settings = settingsOf(options)
  // After a reset nothing of the old world is left that could leak into the new one.
  const reset = () => {
    world.dispose()
    world = createWorld(settings, reset)
  }
  let world = createWorld(settings, reset)

  const listener = getRequestListener((request, env) => world.app.fetch(request, env))
  const server = createServer((request, response) => void listener(request, response))
  server.listen(options.port ?? 0, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    world.dispose()
    throw error
  }

  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('a TCP server has an address and a port')
  const url = `http://127.0.0.1:${address.port}`
  return {
    url,
    apiUrl: `${url}/v3/voice`,
    accountId: settings.accountId,
    keys: { developer: world.keys.developer, users: world.keys.users },
    async stop() {
      world.dispose()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    }
  }
}

function settingsOf(options: SimulatorOptions): WorldSettings {
  const { rateLimit } = options
  return {
    accountId: options.accountId ?? 61,
    seed: options.seed ?? 1,
    users: options.users ?? 12,
    keys: { developer: options.developerKey, users: options.userKeys },
    clock: options.clock ?? realClock,
    isOfficeOpen: options.office ?? false,
    rateLimits: { keyed: rateLimit?.keyed ?? 1000, publicPerAddress: rateLimit?.publicPerAddress ?? 100 },
    callTimings: {
      initiateMs: 300,
      pickUpMs: 1_200,
      ringMs: options.ringMs ?? 4_000,
      talkMs: options.talkMs ?? 60_000
    },
    textTimings: { sentMs: 400, deliveredMs: 1_200 },
    webhookTimeoutMs: options.webhookTimeoutMs ?? 5_000,
    webhookBackOffMs: options.webhookBackOffMs ?? 1_000
  }
}
