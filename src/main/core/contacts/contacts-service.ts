import type { Contact, ContactDraft, ImportProgress } from '../../../shared/domain/contact.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import { readAddress } from '../numbers/index.ts'
import { type ContactLedger, LedgerUnavailable, type Log } from '../ports.ts'
import type { Translate } from '../translate.ts'
import { type ContactImport, createContactImport } from './contact-import.ts'
import type { ContactQuery, ContactRecord } from './contact-record.ts'
import type { Directory } from './directory.ts'
import { readContactNumber } from './read-contact-number.ts'
import { showContact } from './show-contact.ts'

/** The people that the user keeps. */
export interface ContactsService {
  list(query: ContactQuery): Promise<readonly Contact[]>
  save(contactId: string, draft: ContactDraft): Promise<Outcome<Contact>>
  remove(contactId: string): Promise<void>
  /** Reads who is who again, for whoever describes an address. */
  refresh(): Promise<void>
  readonly imports: ContactImport
}

interface Dependencies {
  readonly ledger: ContactLedger
  readonly directory: Pick<Directory, 'setContacts'>
  /** ISO 3166, reads numbers written without a country code. */
  readonly region: () => string
  readonly newId: () => string
  readonly t: Translate
  readonly log: Log
  readonly publishContactsChanged: () => void
  readonly publishProgress: (progress: ImportProgress) => void
}

export function createContactsService(dependencies: Dependencies): ContactsService {
  const { ledger, directory, region, t, publishContactsChanged } = dependencies

  async function refresh(): Promise<void> {
    directory.setContacts(await ledger.listContactNames())
  }

  async function changed(): Promise<void> {
    await refresh()
    publishContactsChanged()
  }

  async function save(contactId: string, draft: ContactDraft): Promise<Outcome<Contact>> {
    const read = readDraft(contactId, draft, region(), t)
    if (!read.ok) return read
    try {
      await ledger.saveContacts([read.value])
      await changed()
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error
      return failed('not-stored', t('contacts.notStored'))
    }
    return succeeded(showContact(read.value))
  }

  return {
    list: async (query) => (await ledger.listContacts(query)).map(showContact),
    save,
    async remove(contactId) {
      await ledger.deleteContact(contactId)
      await changed()
    },
    refresh,
    imports: createContactImport({ ...dependencies, onStored: changed })
  }
}

/** The contact as it is kept, or the first of its numbers that is none. */
function readDraft(
  id: string,
  { name, company, numbers }: ContactDraft,
  region: string,
  t: Translate
): Outcome<ContactRecord> {
  const labels = new Map<string, string | null>()
  for (const { text, label } of numbers) {
    if (text.trim() === '') continue
    const number = readContactNumber(text, (plain) => readAddress(plain, region))
    if (!number.ok) return failed('unreadable-number', t(number.problem, { text }))
    if (!labels.has(number.address)) labels.set(number.address, label === '' ? null : label)
  }
  if (name === '' && labels.size === 0) return failed('empty-contact', t('contacts.empty'))
  return succeeded({
    id,
    name,
    company: company === '' ? null : company,
    numbers: [...labels].map(([address, label]) => ({ address, label }))
  })
}
