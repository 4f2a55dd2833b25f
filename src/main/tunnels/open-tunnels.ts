import type { TunnelOffer } from '../../shared/domain/tunnel.ts'
import type { Clock, OpenTunnel, TunnelEvents, Tunnels } from '../core/ports.ts'
import { openNamedTunnel, openQuickTunnel } from './cloudflared-tunnel.ts'
import { findProgram, usualFolders } from './find-program.ts'
import { loadInstalledNgrok } from './ngrok-library.ts'
import { openNgrokTunnel } from './ngrok-tunnel.ts'
import { openOwnUrlTunnel } from './own-url-tunnel.ts'
import { type ProgramVersion, readProgramVersion } from './program-version.ts'
import { openSshTunnel } from './ssh-tunnel.ts'
import type { TunnelMachine } from './tunnel-machine.ts'

type Order = Parameters<Tunnels['open']>[0]

/** The ways that this computer has: cloudflared, ngrok, ssh, or none at all where the user brings an address. */
export function openTunnels({
  clock,
  ...given
}: { readonly clock: Clock } & Partial<TunnelMachine>): Tunnels {
  const { env = process.env, platform = process.platform } = given
  const machine: TunnelMachine = {
    folders: usualFolders(platform, env),
    loadNgrok: loadInstalledNgrok,
    sshArgs: [],
    ...given,
    clock,
    env,
    platform
  }

  return {
    async listOffers() {
      const [cloudflared, ngrok, ssh] = await Promise.all([
        programVersion(machine, 'cloudflared', ['--version'], /version (\d[\w.-]*)/),
        ngrokVersion(machine),
        programVersion(machine, 'ssh', ['-V'], /(OpenSSH\w*_[\w.]+)/)
      ])
      const offers: readonly [TunnelOffer['kind'], ProgramVersion][] = [
        ['own-url', { state: 'ready', version: null }],
        ['cloudflared-quick', cloudflared],
        ['cloudflared-named', cloudflared],
        ['ngrok', ngrok],
        ['ssh', ssh]
      ]
      return offers.map(([kind, found]) => ({ kind, ...found }))
    },
    open: (order, events) => openTunnel(machine, order, events)
  }
}

function openTunnel(
  machine: TunnelMachine,
  { choice, secret, localPort }: Order,
  events: TunnelEvents
): OpenTunnel {
  switch (choice.kind) {
    case 'none':
      return openNothing('no-program', events)
    case 'own-url':
      return openOwnUrlTunnel(choice.url, events)
    case 'cloudflared-quick':
      return openQuickTunnel(machine, localPort, events)
    case 'cloudflared-named':
      return secret
        ? openNamedTunnel(machine, { token: secret, publicAddress: choice.url, localPort }, events)
        : openNothing('no-secret', events)
    case 'ngrok':
      return secret
        ? openNgrokTunnel(machine, { authtoken: secret, domain: choice.domain, localPort }, events)
        : openNothing('no-secret', events)
    case 'ssh':
      return openSshTunnel(machine, choice, localPort, events)
  }
}

function openNothing(code: 'no-program' | 'no-secret', events: TunnelEvents): OpenTunnel {
  let isClosed = false
  queueMicrotask(() => {
    if (!isClosed) events.onEnded({ code, detail: '' })
  })
  return {
    close() {
      isClosed = true
      return Promise.resolve()
    }
  }
}

async function programVersion(
  machine: TunnelMachine,
  name: string,
  args: readonly string[],
  pattern: RegExp
): Promise<ProgramVersion> {
  const path = await findProgram(name, machine)
  return path === null
    ? { state: 'no-program', version: null }
    : readProgramVersion(machine, path, args, pattern)
}

const ngrokVersion = ({ loadNgrok }: TunnelMachine): Promise<ProgramVersion> =>
  loadNgrok().then(
    ({ version }) => ({ state: 'ready', version }),
    () => ({ state: 'no-program', version: null })
  )
