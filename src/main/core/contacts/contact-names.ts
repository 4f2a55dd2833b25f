import type { ContactName } from './contact-record.ts'

/** What contacts tell of an address. `possibleNames` are guesses, and empty where the name is known. */
export interface KnownContact {
  readonly name: string | null
  readonly company: string | null
  readonly possibleNames: readonly string[]
}

export const unknownContact: KnownContact = { name: null, company: null, possibleNames: [] }

const sharedDigits = 7
const maxPossibleNames = 3
/** Of more contacts than this with the same last digits the others are not looked at. */
const maxAlike = 50

/** Contacts by address, and by the last digits of it, for a caller whose number is written otherwise than it is kept. */
export function createContactNames(names: readonly ContactName[]): (address: string) => KnownContact {
  const byAddress = new Map<string, ContactName[]>()
  const byLastDigits = new Map<string, ContactName[]>()
  for (const contact of names) {
    addTo(byAddress, contact.address, contact)
    const last = lastDigits(contact.address)
    if (last !== null) addTo(byLastDigits, last, contact)
  }

  return (address) => {
    const exact = byAddress.get(address)
    if (exact !== undefined) return sameNumber(ownBefore(exact))
    const last = lastDigits(address)
    const alike = last === null ? undefined : byLastDigits.get(last)
    return alike === undefined
      ? unknownContact
      : { ...unknownContact, possibleNames: mostAlike(address, alike) }
  }
}

/** Whom the user knows by themselves is whom they know them as. */
function ownBefore(contacts: readonly ContactName[]): readonly ContactName[] {
  const own = contacts.filter(({ isShared }) => !isShared)
  return own.length > 0 ? own : contacts
}

function addTo(map: Map<string, ContactName[]>, key: string, contact: ContactName): void {
  const contacts = map.get(key)
  if (contacts === undefined) map.set(key, [contact])
  else if (contacts.length < maxAlike) contacts.push(contact)
}

function lastDigits(address: string): string | null {
  return /^\+?\d{7,}$/.test(address) ? address.slice(-sharedDigits) : null
}

/** Of several people with one number, a switchboard's, any may be calling; their company is known all the same. */
function sameNumber(contacts: readonly ContactName[]): KnownContact {
  const names = namesOf(contacts)
  const [company, ...otherCompanies] = new Set(contacts.map((contact) => contact.company))
  return {
    name: names.length === 1 ? (names[0] ?? null) : null,
    company: otherCompanies.length === 0 ? (company ?? null) : null,
    possibleNames: names.length === 1 ? [] : names.slice(0, maxPossibleNames)
  }
}

const mostAlike = (address: string, contacts: readonly ContactName[]): readonly string[] =>
  namesOf(
    contacts.toSorted((one, other) => sharedEnd(other.address, address) - sharedEnd(one.address, address))
  ).slice(0, maxPossibleNames)

const namesOf = (contacts: readonly ContactName[]): readonly string[] => [
  ...new Set(contacts.map(({ name }) => name).filter((name) => name !== ''))
]

function sharedEnd(one: string, other: string): number {
  let length = 0
  while (length < Math.min(one.length, other.length) && one.at(-length - 1) === other.at(-length - 1))
    length += 1
  return length
}
