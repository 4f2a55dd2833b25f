import { oneLine } from '../core/one-line.ts'
import type { TunnelTrouble } from '../core/ports.ts'

/** What a line of cloudflared's log means for the way here. */
export type CloudflaredSign =
  /** Of a quick tunnel. */
  | { readonly kind: 'address'; readonly url: string }
  /** Where its metrics server listens. */
  | { readonly kind: 'metrics'; readonly origin: string }
  /** A named tunnel holds several connections, counted from 0; a quick one holds one. */
  | { readonly kind: 'connected' | 'disconnected'; readonly index: number }
  /** Cloudflare does not take the token, or knows no such tunnel. */
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'failed'; readonly trouble: TunnelTrouble }

/*
 * The lines as they are printed, to the standard error, `TIME LEVEL message key=value …` (read in July 2026):
 *   INF |  https://four-plain-words-here.trycloudflare.com   |      cmd/cloudflared/tunnel/quick_tunnel.go, in a box of "+---+"
 *   INF Starting metrics server on 127.0.0.1:20241/metrics          metrics/metrics.go; developers.cloudflare.com, "Tunnel metrics"
 *   INF Registered tunnel connection connIndex=0 connection=… event=0 ip=… location=… protocol=quic      issues 735, 1105
 *   INF Connection c206cf44-… registered connIndex=0 location=ORD                                        issue 657 (2022.5 and before)
 *   INF Unregistered tunnel connection connIndex=2                  connection/control.go; let be, since the reason follows at once:
 *   WRN Serve tunnel error error="timeout: no recent network activity" connIndex=1 ip=…                  issue 581
 *   WRN Connection terminated error="timeout: no recent network activity" connIndex=1                    issue 735
 *   INF Retrying connection in up to 1s connIndex=2 ip=…            supervisor/tunnel.go
 *   ERR Register tunnel error from server side error="Unauthorized: Invalid tunnel secret" connIndex=0   issue 426
 *   Provided Tunnel token is not valid.                             cmd/cloudflared/tunnel/subcommands.go, without time; then it ends
 *   failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": … no such host          issue 555, likewise
 * A request that fails prints its address, so with the webhook's secret, as `dest=…`: such lines say nothing of the way, and are let be.
 */
const address = /^\S+ INF \|\s+(https:\/\/[\w-]+\.trycloudflare\.com)\s+\|$/i
const metrics = /^\S+ INF Starting metrics server on (127\.0\.0\.1:\d{1,5})\/metrics$/
const connected =
  /^\S+ INF (?:Registered tunnel connection|Connection [\w-]+ registered) .*?connIndex=(\d{1,3})\b/
const disconnected =
  /^\S+ (?:INF|WRN|ERR) (?:Connection terminated|Retrying connection in up to|Serve tunnel error)\b.* connIndex=(\d{1,3})\b/
const unauthorized = /^\S+ (?:WRN|ERR) [^"]*error="(Unauthorized: [^"]*)"/
const invalidToken = /^(Provided Tunnel token is not valid)/
const error = /^(?:\S+ (?:ERR|FTL|WRN) )(.+)$/
const plainError = /^((?:failed to|error|unable to)\b.*)$/i
// Said at each start of a quick tunnel, and no trouble.
const harmless = /origin certificate|Configuration file .* was empty| dest=/
const noNetwork = /network is unreachable/i

/** Null where the line says nothing of the way here. */
export function readCloudflaredLine(line: string, secret: string | null): CloudflaredSign | null {
  const url = address.exec(line)?.[1]
  if (url) return { kind: 'address', url: url.toLowerCase() }
  const origin = metrics.exec(line)?.[1]
  if (origin) return { kind: 'metrics', origin: `http://${origin}` }
  const opened = connected.exec(line)?.[1]
  if (opened) return { kind: 'connected', index: Number(opened) }
  const refusal = unauthorized.exec(line)?.[1] ?? invalidToken.exec(line)?.[1]
  if (refusal) return { kind: 'refused', detail: oneLine(refusal, secret) }
  const lost = disconnected.exec(line)?.[1]
  if (lost) return { kind: 'disconnected', index: Number(lost) }
  if (harmless.test(line)) return null
  const said = error.exec(line)?.[1] ?? plainError.exec(line)?.[1]
  if (!said) return null
  const detail = /\berror="([^"]*)"/.exec(said)?.[1] ?? said
  return {
    kind: 'failed',
    trouble: {
      code: noNetwork.test(detail) ? 'no-network' : 'no-connection',
      detail: oneLine(detail, secret)
    }
  }
}
