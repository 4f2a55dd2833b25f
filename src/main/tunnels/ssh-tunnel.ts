import type { TunnelChoice } from '../../shared/domain/tunnel.ts'
import type { OpenTunnel, TunnelEvents, TunnelTrouble } from '../core/ports.ts'
import { openProgramTunnel } from './program-tunnel.ts'
import { readSshLine } from './ssh-log.ts'
import type { TunnelMachine } from './tunnel-machine.ts'

/**
 * Asks nobody anything, trusts only a host whose key is known, gives nothing of this computer to it but the one port, and notices
 * a cut network after 12 s. Not through a connection that another ssh holds: that one would keep the port when this one ends.
 */
const options = [
  'BatchMode=yes',
  'ExitOnForwardFailure=yes',
  'ServerAliveInterval=4',
  'ServerAliveCountMax=2',
  'StrictHostKeyChecking=yes',
  'ConnectTimeout=10',
  'ControlMaster=no',
  'ControlPath=none',
  'ForwardAgent=no',
  'ForwardX11=no'
] as const

/** `ssh -R` with the system's ssh to the user's own server, whose web server hands `url` on to the remote port. */
export function openSshTunnel(
  machine: TunnelMachine,
  { destination, port, remotePort, url }: Extract<TunnelChoice, { kind: 'ssh' }>,
  localPort: number,
  events: TunnelEvents
): OpenTunnel {
  let lastCode: TunnelTrouble['code'] | null = null
  return openProgramTunnel(
    machine,
    {
      name: 'ssh',
      args: [
        ...machine.sshArgs,
        '-N',
        '-T',
        '-v',
        ...options.flatMap((option) => ['-o', option]),
        ...(port === null ? [] : ['-p', String(port)]),
        '-R',
        `127.0.0.1:${remotePort}:127.0.0.1:${localPort}`,
        // What follows is no option, whatever it looks like.
        '--',
        destination
      ],
      // So that the system's own part of its messages ("Connection refused") is not translated.
      env: { ...machine.env, LC_ALL: 'C' },
      onLine(line, way) {
        const sign = readSshLine(line, remotePort)
        if (sign?.kind === 'forwarded') {
          // What was said before it, a greeting of the server's for one, is no trouble.
          lastCode = null
          way.blame(null)
          way.up(url)
        }
        // The first line of several about one thing says most.
        if (sign?.kind === 'trouble' && sign.trouble.code !== lastCode) {
          lastCode = sign.trouble.code
          way.blame(sign.trouble)
        }
      }
    },
    events
  )
}
