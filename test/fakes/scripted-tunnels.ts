import type { OpenTunnel, TunnelEvents, Tunnels } from '../../src/main/core/ports.ts'
import type { TunnelOffer } from '../../src/shared/domain/tunnel.ts'

type Order = Parameters<Tunnels['open']>[0]

/** A tunnel that was opened, and does what the test says. */
export interface ScriptedTunnel extends TunnelEvents {
  readonly order: Order
  readonly isClosed: () => boolean
}

/** Tunnels that are up as soon as they are opened where their choice has an address, and otherwise wait for the test. */
export interface ScriptedTunnels extends Tunnels {
  readonly opened: readonly ScriptedTunnel[]
  /** The one that was opened last. */
  readonly latest: () => ScriptedTunnel
  offers: readonly Omit<TunnelOffer, 'hasSecret'>[]
  /** What closing one waits for. */
  closing: () => Promise<void>
}

export function scriptedTunnels({ isUpAtOnce = false } = {}): ScriptedTunnels {
  const opened: ScriptedTunnel[] = []
  return {
    opened,
    offers: [],
    closing: () => Promise.resolve(),
    latest() {
      const last = opened.at(-1)
      if (last === undefined) throw new Error('No tunnel was opened')
      return last
    },
    listOffers() {
      return Promise.resolve(this.offers)
    },
    open(order, events): OpenTunnel {
      let isClosed = false
      opened.push({
        order,
        isClosed: () => isClosed,
        onUp: (address) => events.onUp(address),
        onDown: (trouble) => events.onDown(trouble),
        onEnded: (trouble) => events.onEnded(trouble)
      })
      const { choice } = order
      if (isUpAtOnce && 'url' in choice) queueMicrotask(() => events.onUp(choice.url))
      return {
        close: () => {
          isClosed = true
          return this.closing()
        }
      }
    }
  }
}
