import type { Tunnels } from '../../src/main/core/ports.ts'

/** A computer that has nothing of what tunnels need. */
export const noTunnels: Tunnels = {
  listOffers: () => Promise.resolve([]),
  open(_order, events) {
    queueMicrotask(() => events.onEnded({ code: 'no-program', detail: '' }))
    return { close: () => Promise.resolve() }
  }
}
