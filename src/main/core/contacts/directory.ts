import type { Party } from '../../../shared/domain/party.ts'
import { createSignal, type Signal } from '../live-value.ts'
import { kindOfAddress, showAddress } from '../numbers/index.ts'
import type { Translate } from '../translate.ts'
import { createContactNames, unknownContact } from './contact-names.ts'
import type { ContactName } from './contact-record.ts'

/**
 * Knows who an address is. The account's own names of its people come first, then the user's contacts, the account's names of its
 * lines, and a caller's own word about themselves comes last.
 */
export interface Directory {
  /** Told when a name that was given out before may be another now. */
  readonly namesChanged: Signal<void>
  /** Replaces what is known of colleagues: extension → name. */
  setColleagues(names: ReadonlyMap<string, string>): void
  /** Replaces what is known of lines: the name of each that has one, by its address. */
  setLines(names: ReadonlyMap<string, string>): void
  /** Replaces what is known of contacts: every number of each. */
  setContacts(names: readonly ContactName[]): void
  describe(address: string, toldName?: string | null): Party
}

export function createDirectory(t: Translate): Directory {
  const namesChanged = createSignal<void>()
  let colleagues: ReadonlyMap<string, string> = new Map()
  let lines: ReadonlyMap<string, string> = new Map()
  let contacts: readonly ContactName[] = []
  let contactOf = createContactNames(contacts)
  return {
    namesChanged,
    setColleagues(names) {
      if (areSameNames(names, colleagues)) return
      colleagues = names
      namesChanged.emit()
    },
    setLines(names) {
      if (areSameNames(names, lines)) return
      lines = names
      namesChanged.emit()
    },
    setContacts(names) {
      if (areSameContacts(names, contacts)) return
      contacts = names
      contactOf = createContactNames(names)
      namesChanged.emit()
    },
    describe(address, toldName = null) {
      const kind = kindOfAddress(address)
      const colleague = colleagues.get(address)
      const contact = colleague === undefined ? contactOf(address) : unknownContact
      const name = colleague ?? contact.name ?? lines.get(address) ?? toldName
      return {
        address,
        kind,
        display: kind === 'anonymous' ? t('party.anonymous') : showAddress(address),
        name,
        company: contact.company,
        possibleNames: name === null ? contact.possibleNames : []
      }
    }
  }
}

const areSameNames = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([address, name]) => other.get(address) === name)

const areSameContacts = (one: readonly ContactName[], other: readonly ContactName[]): boolean =>
  one.length === other.length &&
  one.every((contact, index) => {
    const before = other[index]
    return (
      contact.address === before?.address &&
      contact.isShared === before.isShared &&
      contact.name === before.name &&
      contact.company === before.company
    )
  })
