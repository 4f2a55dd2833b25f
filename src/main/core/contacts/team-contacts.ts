import type { SavedContact } from '../../../shared/domain/contact.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Clock, SharedEntry } from '../ports.ts'
import { readShared, type SharedWork } from '../team/index.ts'
import type { Translate } from '../translate.ts'
import type { ContactRecord, KeptContact } from './contact-record.ts'
import type { Directory } from './directory.ts'
import { type SharedContact, sharedContactSchema } from './shared-contact.ts'
import { showContact } from './show-contact.ts'

interface Dependencies {
  readonly work: SharedWork
  readonly directory: Pick<Directory, 'describe'>
  readonly clock: Clock
  readonly t: Translate
}

/** Contacts that everybody in the team has: changed only as long as nobody else did meanwhile. */
export function createTeamContacts({ work, directory, clock, t }: Dependencies) {
  const show = (contact: KeptContact) => showContact(contact, work.me(), directory)

  async function write(
    id: string,
    revision: number,
    contact: ContactRecord | null
  ): Promise<Outcome<SavedContact | null>> {
    const by = work.me()
    if (by === null) return failed('team-offline', t('contacts.teamOffline'))
    const { name, company, numbers } = contact ?? {}
    const value =
      name === undefined || company === undefined || numbers === undefined
        ? null
        : ({ name, company, numbers, by, atMs: clock.nowMs() } satisfies SharedContact)
    const written = await work.write({ kind: 'contact', id, revision }, value)
    switch (written.kind) {
      case 'written': {
        const kept = keptContactOf(written.entry)
        return succeeded(kept && { kind: 'saved', contact: show(kept) })
      }
      case 'too-late': {
        const theirs = keptContactOf(written.theirs)
        return succeeded({ kind: 'changed', theirs: theirs && show(theirs) })
      }
      case 'unreachable':
        return failed('team-offline', t('contacts.teamOffline'))
    }
  }

  return {
    show,
    /** `revision` 0 makes it the team's. */
    save: (contact: ContactRecord, revision: number): Promise<Outcome<SavedContact | null>> =>
      write(contact.id, revision, contact),
    remove: (id: string, revision: number): Promise<Outcome<SavedContact | null>> => write(id, revision, null)
  }
}

/** A contact as the team has it; null where it was deleted, or cannot be read. */
export function keptContactOf(entry: SharedEntry): KeptContact | null {
  const contact = readShared(sharedContactSchema, entry)
  if (contact === null) return null
  const { by, atMs, ...known } = contact
  return { ...known, id: entry.id, shared: { by, atMs, revision: entry.revision } }
}
