import type { Recipient } from '../../../shared/domain/message.ts'
import { kindOfAddress, readAddress } from '../numbers/index.ts'
import type { Clock, Ledger, Places } from '../ports.ts'
import type { StopRecord } from './message-record.ts'

/** What is to be known of a number before it is written to: whether it asked for no more, and what time it is there. */
export interface Recipients {
  check(address: string): Promise<Recipient>
  /** The user's own word, which counts as if the number had said it now. */
  setStop(address: string, isStopped: boolean): Promise<Recipient>
  /** A number asked for no more messages, or for some again. */
  stopChanged(stop: StopRecord): Promise<void>
}

interface Dependencies {
  readonly ledger: Pick<Ledger, 'getStop' | 'saveStop'>
  readonly places: Places
  readonly region: () => string
  readonly clock: Clock
  readonly publish: (recipient: Recipient) => void
}

export function createRecipients(dependencies: Dependencies): Recipients {
  const { ledger, places, region, clock, publish } = dependencies

  async function describe(address: string, stop: StopRecord | null): Promise<Recipient> {
    // Whoever writes to it wants to know of a STOP, even where its place cannot be found.
    const place = kindOfAddress(address) === 'number' ? await places.find(address).catch(() => null) : null
    return {
      address,
      stoppedAtMs: stop?.isStopped ? stop.atMs : null,
      timeZone: place?.timeZone ?? null
    }
  }

  async function changed(stop: StopRecord): Promise<Recipient> {
    const recipient = await describe(stop.address, stop)
    publish(recipient)
    return recipient
  }

  return {
    async check(text) {
      const address = readAddress(text, region())
      return describe(address, await ledger.getStop(address))
    },
    async setStop(text, isStopped) {
      const address = readAddress(text, region())
      // Voice360's clock may be ahead of ours: the user speaks last all the same.
      const saidAtMs = (await ledger.getStop(address))?.atMs ?? -Infinity
      const atMs = Math.max(clock.nowMs(), saidAtMs + 1)
      return changed(await ledger.saveStop({ address, isStopped, atMs }))
    },
    async stopChanged(stop) {
      await changed(stop)
    }
  }
}
