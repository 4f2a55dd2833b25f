import type { Party } from '../../../shared/domain/party.ts'
import { createSignal, type Signal } from '../live-value.ts'
import { kindOfAddress, showAddress } from '../numbers/index.ts'
import type { Translate } from '../translate.ts'

/** Knows who an address is. Names come from the account's people; a caller's own word about themselves comes last. */
export interface Directory {
  /** Told when a name that was given out before may be another now. */
  readonly namesChanged: Signal<void>
  /** Replaces what is known of colleagues: extension → name. */
  setColleagues(names: ReadonlyMap<string, string>): void
  describe(address: string, toldName?: string | null): Party
}

export function createDirectory(t: Translate): Directory {
  const namesChanged = createSignal<void>()
  let colleagues: ReadonlyMap<string, string> = new Map()
  return {
    namesChanged,
    setColleagues(names) {
      const isSame =
        names.size === colleagues.size &&
        [...names].every(([extension, name]) => colleagues.get(extension) === name)
      if (isSame) return
      colleagues = names
      namesChanged.emit()
    },
    describe(address, toldName = null) {
      const kind = kindOfAddress(address)
      return {
        address,
        kind,
        display: kind === 'anonymous' ? t('party.anonymous') : showAddress(address),
        name: colleagues.get(address) ?? toldName
      }
    }
  }
}
