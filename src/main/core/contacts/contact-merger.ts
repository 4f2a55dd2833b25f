import { maxContactNumbers } from '../../../shared/domain/contact.ts'
import { fold } from '../search/index.ts'
import type { ContactRecord } from './contact-record.ts'
import type { ImportCandidate } from './import-row.ts'

export interface ContactMerger {
  /** Tells of a contact that is there already. */
  know(record: ContactRecord): void
  /** Joins a row to the contact it is of, or makes one; `too-many` where that would have too many numbers, and nothing is done. */
  add(candidate: ImportCandidate): 'new' | 'known' | 'too-many'
  /** What is to be stored: new contacts, and known ones with further numbers, each once. */
  changed(): readonly ContactRecord[]
}

interface Entry {
  record: ContactRecord
}

/** Of more contacts of one name and company the others are not looked at. */
const maxAlike = 20

/**
 * Joins rows to the contacts that are there, and to each other: of the same name, unless both have a company and not the same one.
 * A known contact keeps all that it has.
 */
export function createContactMerger(newId: () => string): ContactMerger {
  const entries = new Map<string, Entry[]>()
  const changed = new Set<Entry>()

  function keep(key: string, entry: Entry): void {
    const alike = entries.get(key)
    if (alike === undefined) entries.set(key, [entry])
    else if (alike.length < maxAlike) alike.push(entry)
  }

  function add(record: ContactRecord): Entry {
    const entry = { record }
    keep(nameKey(record), entry)
    keep(companyKey(record, record.company), entry)
    return entry
  }

  /** Someone without a company may be anyone of the name, someone with one those of it and those without. */
  function alikeOf(candidate: ImportCandidate): readonly Entry[] {
    const keys =
      candidate.company === null
        ? [nameKey(candidate)]
        : [companyKey(candidate, candidate.company), companyKey(candidate, null)]
    return keys
      .flatMap((key) => entries.get(key) ?? [])
      .filter(({ record }) => isOneCompany(record, candidate))
  }

  return {
    know: (record) => void add(record),
    add(candidate) {
      const alike = alikeOf(candidate)
      if (alike.some(({ record }) => missingIn(record, candidate).length === 0)) return 'known'
      const [entry] = alike
      if (entry === undefined) {
        const { name, company, numbers } = candidate
        changed.add(add({ id: newId(), name, company, numbers }))
        return 'new'
      }
      const numbers = [...entry.record.numbers, ...missingIn(entry.record, candidate)]
      if (numbers.length > maxContactNumbers) return 'too-many'
      entry.record = { ...entry.record, company: entry.record.company ?? candidate.company, numbers }
      changed.add(entry)
      return 'new'
    },
    changed: () => [...changed].map(({ record }) => record)
  }
}

type HasCompany = Pick<ContactRecord, 'company'>
type HasName = Pick<ContactRecord, 'name'>

const nameKey = ({ name }: HasName): string => fold(name)
const companyKey = ({ name }: HasName, company: string | null): string =>
  `${fold(name)}\n${company === null ? '' : fold(company)}`
const isOneCompany = (one: HasCompany, other: HasCompany): boolean =>
  one.company === null || other.company === null || fold(one.company) === fold(other.company)

const missingIn = (record: ContactRecord, { numbers }: ImportCandidate): ContactRecord['numbers'] =>
  numbers.filter(({ address }) => record.numbers.every((known) => known.address !== address))
