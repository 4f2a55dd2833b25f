import type { OpenTunnel, TunnelEvents, TunnelTrouble } from '../core/ports.ts'
import { readCloudflaredLine } from './cloudflared-log.ts'
import { type ReadinessWatch, watchReadiness } from './cloudflared-readiness.ts'
import { openProgramTunnel, type ProgramWay } from './program-tunnel.ts'
import type { TunnelMachine } from './tunnel-machine.ts'

/*
 * No updates by itself: a restarted program would no longer be ours. A metrics server on a free port of the loopback interface. A short
 * grace, since cloudflared waits it out to its end when it is told to end (connection/quic_connection.go); the longest request
 * here is answered in milliseconds.
 */
const everyTunnel = ['tunnel', '--no-autoupdate', '--metrics', '127.0.0.1:0', '--grace-period', '1s'] as const

const lost: TunnelTrouble = { code: 'no-connection', detail: '' }

/**
 * A tunnel of Cloudflare's without an account: another address at each start. A configuration file of the user's is set aside, since
 * its rules would lead the address elsewhere (cloudflare/cloudflare-docs pull 12465: "not supported if a config.yaml is present").
 */
export function openQuickTunnel(machine: TunnelMachine, localPort: number, events: TunnelEvents): OpenTunnel {
  const noConfig = machine.platform === 'win32' ? 'NUL' : '/dev/null'
  const args = [...everyTunnel, '--config', noConfig, '--url', localAddress(localPort)]
  return openCloudflared(machine, { args, token: null, publicAddress: null }, events)
}

/**
 * A tunnel of the user's Cloudflare account, by its token, which cloudflared takes from TUNNEL_TOKEN. Where it leads is set in
 * Cloudflare's dashboard: there its hostname has to lead to this port of this computer. `--url` is for a tunnel without such rules.
 */
export function openNamedTunnel(
  machine: TunnelMachine,
  order: { readonly token: string; readonly publicAddress: string; readonly localPort: number },
  events: TunnelEvents
): OpenTunnel {
  const { token, publicAddress, localPort } = order
  const args = [...everyTunnel, 'run', '--url', localAddress(localPort)]
  return openCloudflared(machine, { args, token, publicAddress }, events)
}

const localAddress = (port: number): string => `http://127.0.0.1:${port}`

interface CloudflaredOrder {
  readonly args: readonly string[]
  readonly token: string | null
  /** Null for a quick tunnel, which says it itself. */
  readonly publicAddress: string | null
}

function openCloudflared(
  machine: TunnelMachine,
  { args, token, publicAddress }: CloudflaredOrder,
  events: TunnelEvents
): OpenTunnel {
  const connections = new Set<number>()
  let address = publicAddress
  let trouble = lost
  let watch: ReadinessWatch | null = null

  const tell = (way: ProgramWay, isConnected: boolean): void => {
    if (!isConnected) return way.down(trouble)
    way.blame(null)
    trouble = lost
    if (address !== null) way.up(address)
  }
  const read = (line: string, way: ProgramWay): void => {
    const sign = readCloudflaredLine(line, token)
    switch (sign?.kind) {
      case undefined:
        return
      case 'address':
        address = sign.url
        return tell(way, connections.size > 0)
      case 'metrics':
        watch ??= watchReadiness(sign.origin, machine.clock, {
          onAnswer: (isReady) => tell(way, isReady),
          onHanging: () => way.end(lost)
        })
        return
      case 'connected':
        connections.add(sign.index)
        watch?.disregard()
        return tell(way, true)
      case 'disconnected':
        connections.delete(sign.index)
        watch?.disregard()
        return tell(way, connections.size > 0)
      case 'refused':
        // A quick tunnel has no token that could be wrong: Cloudflare has forgotten it, and another is to be had.
        return way.end({ code: token === null ? 'no-connection' : 'refused', detail: sign.detail })
      case 'failed':
        trouble = sign.trouble
        return way.blame(trouble)
    }
  }

  return openProgramTunnel(
    machine,
    {
      name: 'cloudflared',
      args,
      env: cloudflaredEnv(machine.env, token),
      onLine: read,
      onOver: () => watch?.stop()
    },
    events
  )
}

/** Without the user's own TUNNEL_… variables: each is an option of cloudflared's, and could lead the tunnel elsewhere. */
function cloudflaredEnv(env: NodeJS.ProcessEnv, token: string | null): NodeJS.ProcessEnv {
  const plain = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TUNNEL_')))
  return token === null ? plain : { ...plain, TUNNEL_TOKEN: token }
}
