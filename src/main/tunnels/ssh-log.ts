import { oneLine } from '../core/one-line.ts'
import type { TunnelTrouble } from '../core/ports.ts'

export type SshSign =
  | { readonly kind: 'forwarded' }
  | { readonly kind: 'trouble'; readonly trouble: TunnelTrouble }

/** In the order in which they are looked for; messages of OpenSSH 7.6 to 10, which are not translated. */
const troubles: readonly (readonly [RegExp, TunnelTrouble['code']])[] = [
  [
    /No \S+ host key is known for|Host key verification failed|REMOTE HOST IDENTIFICATION HAS CHANGED/,
    'unknown-host-key'
  ],
  [/remote port forwarding failed/i, 'remote-port-taken'],
  [/Permission denied|Too many authentication failures|No more authentication methods/i, 'refused'],
  [/Network is unreachable|Temporary failure in name resolution/, 'no-network'],
  [
    /Could not resolve hostname|Connection refused|Connection timed out|No route to host|not responding/i,
    'no-connection'
  ],
  [
    /^(?:kex_exchange_identification|ssh_exchange_identification|Connection (?:closed|reset) by|Unable to negotiate)/,
    'no-connection'
  ],
  [/closed by remote host|^client_loop: |^packet_write_wait: |Broken pipe|Bad configuration option/, 'ended']
]

const noise = /^(?:debug\d: |OpenSSH_|Authenticated to |Transferred: |Bytes per second: )/
// "user@host: Permission denied", "ssh: connect to host …": neither the name nor the program's belongs into a sentence for people.
const frame = /^(?:ssh: |Error: |Warning: |@ +WARNING: |[^\s@:]+@[^\s:]+: )| +@$/g
// The server may go by another name than the one that was entered, and no such name is known for one where a log is redacted.
const server = /(?<=\b(?:hostname|connect to host|is known for|Connection to|server) )\S+?(?=:? )/g

/**
 * What a line of `ssh -v` means for the way here; null where nothing. It is up when the server has agreed to listen:
 * `debug1: remote forward success for: listen 127.0.0.1:9000, connect 127.0.0.1:8080`.
 */
export function readSshLine(line: string, remotePort: number): SshSign | null {
  const listening = /^debug1: remote forward success for: listen (?:\S*:)?(\d+), connect /.exec(line)?.[1]
  if (listening !== undefined) return Number(listening) === remotePort ? { kind: 'forwarded' } : null
  if (noise.test(line)) return null
  const code = troubles.find(([pattern]) => pattern.test(line))?.[1]
  if (!code) return null
  return {
    kind: 'trouble',
    trouble: { code, detail: oneLine(line.replaceAll(frame, '').replaceAll(server, '…')) }
  }
}
