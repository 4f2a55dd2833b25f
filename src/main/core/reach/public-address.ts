import { z } from 'zod'
import type { Reach } from '../../../shared/domain/reach.ts'
import type { TunnelKind } from '../../../shared/domain/tunnel.ts'
import type { Clock, DocumentStore, Log } from '../ports.ts'

type AddressChange = NonNullable<Reach['addressChange']>

const rememberedSchema = z.object({
  /** Where this computer was found last, and by which way. */
  address: z.string().nullable().catch(null),
  kind: z.string().catch('none'),
  /** Not dealt with yet. `before` is what the portal's webhooks point to, as far as is known. */
  change: z.object({ atMs: z.number(), before: z.string(), after: z.string() }).nullable().catch(null)
})

/** The address under which this computer is found from outside, and whether it became another: remembered from run to run. */
export interface PublicAddress {
  /** The last one that this way had; null where it had none. */
  lastOf(kind: TunnelKind): string | null
  change(): AddressChange | null
  /** It is found at `address` now. */
  note(kind: TunnelKind, address: string): void
  /** The user has dealt with the change. */
  accept(): void
}

interface Dependencies {
  readonly document: DocumentStore
  readonly clock: Pick<Clock, 'nowMs'>
  readonly log: Log
  /** Told once for each change; one that goes back to what the portal has is none. */
  readonly onChange: (change: AddressChange) => void
}

export function createPublicAddress({ document, clock, log, onChange }: Dependencies): PublicAddress {
  let remembered = rememberedSchema.parse(document.read())

  function remember(next: typeof remembered): void {
    remembered = next
    try {
      document.write(next)
    } catch (error) {
      log.warn('The public address could not be remembered', { error: String(error) })
    }
  }

  return {
    lastOf: (kind) => (remembered.kind === kind ? remembered.address : null),
    change: () => remembered.change,
    note(kind, address) {
      if (remembered.address === address) {
        if (remembered.kind !== kind) remember({ ...remembered, kind })
        return
      }
      const before = remembered.change?.before ?? remembered.address
      const isOther = before !== null && before !== address
      const change = isOther ? { atMs: clock.nowMs(), before, after: address } : null
      remember({ address, kind, change })
      if (change !== null) onChange(change)
    },
    accept: () => remember({ ...remembered, change: null })
  }
}
