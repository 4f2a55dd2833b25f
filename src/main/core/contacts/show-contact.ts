import type { Contact } from '../../../shared/domain/contact.ts'
import { showAddress } from '../numbers/index.ts'
import type { Author } from '../team/index.ts'
import type { ContactRecord, KeptContact } from './contact-record.ts'
import type { Directory } from './directory.ts'

/** A contact of the user's own as a screen shows it. */
export const showOwnContact = ({ id, name, company, numbers }: ContactRecord): Contact => ({
  id,
  name,
  company,
  numbers: numbers.map(({ address, label }) => ({ address, display: showAddress(address), label })),
  team: null
})

/** A contact of the user's own or of the team. */
export function showContact(
  contact: KeptContact,
  me: Author | null,
  directory: Pick<Directory, 'describe'>
): Contact {
  const own = showOwnContact(contact)
  if (contact.shared === null) return own
  const { by, atMs, revision } = contact.shared
  const isMine = by.extension === me?.extension
  return {
    ...own,
    team: { by: isMine ? null : directory.describe(by.extension, by.name), atMs, revision }
  }
}
