import type { Party } from '../../../shared/domain/party.ts'
import { kindOfAddress, showAddress } from '../numbers/index.ts'
import type { Translate } from '../translate.ts'

/** Knows who an address is. Names come from the account's people; a caller's own word about themselves comes last. */
export interface Directory {
  /** Replaces what is known of colleagues: extension → name. */
  setColleagues(names: ReadonlyMap<string, string>): void
  describe(address: string, toldName?: string | null): Party
}

export function createDirectory(t: Translate): Directory {
  let colleagues: ReadonlyMap<string, string> = new Map()
  return {
    setColleagues(names) {
      colleagues = names
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
