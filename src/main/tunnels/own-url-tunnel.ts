import type { OpenTunnel, TunnelEvents } from '../core/ports.ts'
import { createTunnelVoice } from './tunnel-machine.ts'

/** A reverse proxy or port forward of the user's own: nothing is started, and whether it leads here only the check of the way tells. */
export function openOwnUrlTunnel(publicAddress: string, events: TunnelEvents): OpenTunnel {
  const voice = createTunnelVoice(events)
  queueMicrotask(() => voice.up(publicAddress))
  return {
    close() {
      voice.hush()
      return Promise.resolve()
    }
  }
}
