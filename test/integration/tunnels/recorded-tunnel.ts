import { onTestFinished } from 'vitest'
import type { TunnelEvents, Tunnels, TunnelTrouble } from '../../../src/main/core/ports.ts'

export type Told =
  | { readonly up: string }
  | { readonly down: TunnelTrouble }
  | { readonly ended: TunnelTrouble }

/** Opens a tunnel and keeps what it tells, in order; closed after the test. */
export function recordTunnel(
  tunnels: Tunnels,
  order: Parameters<Tunnels['open']>[0]
): { readonly told: readonly Told[]; readonly close: () => Promise<void> } {
  const told: Told[] = []
  const events: TunnelEvents = {
    onUp: (up) => told.push({ up }),
    onDown: (down) => told.push({ down }),
    onEnded: (ended) => told.push({ ended })
  }
  const tunnel = tunnels.open(order, events)
  if (told.length > 0) throw new Error('It told something before it had returned')
  onTestFinished(() => tunnel.close())
  return { told, close: () => tunnel.close() }
}
