import type {
  Contact,
  ContactDraft,
  ContactSharing,
  ImportProgress,
  SavedContact
} from '../../../shared/domain/contact.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { LiveValue } from '../live-value.ts'
import { readAddress } from '../numbers/index.ts'
import { type Clock, type ContactLedger, LedgerUnavailable, type Log } from '../ports.ts'
import type { SharedWork } from '../team/index.ts'
import type { Translate } from '../translate.ts'
import { type ContactImport, createContactImport } from './contact-import.ts'
import type { ContactQuery, ContactRecord } from './contact-record.ts'
import type { Directory } from './directory.ts'
import { readContactNumber } from './read-contact-number.ts'
import { createTeamContacts } from './team-contacts.ts'

/** The people that the user keeps. */
export interface ContactsService {
  list(query: ContactQuery): Promise<readonly Contact[]>
  /** `revision`: of the team's as it was when it began to be changed; null of the user's own. */
  save(contactId: string, draft: ContactDraft, revision: number | null): Promise<Outcome<SavedContact>>
  remove(contactId: string, revision: number | null): Promise<Outcome<SavedContact | null>>
  /** Makes one of the user's own the team's. */
  share(contactId: string): Promise<Outcome<SavedContact>>
  sharing(): ContactSharing
  stop(): void
  /** Reads who is who again, for whoever describes an address. */
  refresh(): Promise<void>
  readonly imports: ContactImport
}

interface Dependencies {
  readonly ledger: ContactLedger
  readonly work: SharedWork
  readonly settings: Pick<LiveValue<Settings>, 'get' | 'watch'>
  readonly directory: Pick<Directory, 'setContacts' | 'describe'>
  /** ISO 3166, reads numbers written without a country code. */
  readonly region: () => string
  readonly newId: () => string
  readonly clock: Clock
  readonly t: Translate
  readonly log: Log
  readonly publishContactsChanged: () => void
  readonly publishProgress: (progress: ImportProgress) => void
}

/** The team's contacts change in bursts; they are shown once of each, so much later. */
const delayMs = 300

export function createContactsService(dependencies: Dependencies): ContactsService {
  const { ledger, work, settings, directory, region, clock, t, log, publishContactsChanged } = dependencies
  const team = createTeamContacts(dependencies)
  let cancelShowing: (() => void) | null = null

  const sharing = (): ContactSharing => {
    const state = work.state.get()
    if (state === null || !settings.get().isSharingContacts) return 'off'
    return state === 'connected' ? 'on' : 'offline'
  }

  async function refresh(): Promise<void> {
    await ledger.showSharedContacts(sharing() !== 'off')
    directory.setContacts(await ledger.listContactNames())
  }

  async function changed(): Promise<void> {
    await refresh()
    publishContactsChanged()
  }

  function showSoon(): void {
    cancelShowing ??= clock.schedule(delayMs, () => {
      cancelShowing = null
      changed().catch((error: unknown) =>
        log.warn('The contacts of the team could not be shown', { error: String(error) })
      )
    })
  }

  let wasSharing = sharing()
  const reconsider = () => {
    if (sharing() === wasSharing) return
    wasSharing = sharing()
    showSoon()
  }
  const stops = [
    settings.watch(reconsider),
    work.state.watch(reconsider),
    work.changed.watch(({ entry }) => {
      if (entry.kind === 'contact') showSoon()
    })
  ]

  /** Tells everyone of what was changed, or why it could not be. */
  async function stored<T>(change: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      const outcome = await change()
      if (outcome.ok) await changed()
      return outcome
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) throw error
      return failed('not-stored', t('contacts.notStored'))
    }
  }

  const saveHere = (contact: ContactRecord): Promise<Outcome<SavedContact>> =>
    stored(async () => {
      await ledger.saveContacts([contact])
      return succeeded({ kind: 'saved', contact: team.show({ ...contact, shared: null }) })
    })

  async function saveForTeam(contact: ContactRecord, revision: number): Promise<Outcome<SavedContact>> {
    const outcome = await stored(() => team.save(contact, revision))
    if (!outcome.ok) return outcome
    return outcome.value === null ? failed('no-such-contact', t('contacts.gone')) : succeeded(outcome.value)
  }

  return {
    list: async (query) => (await ledger.listContacts(query)).map(team.show),
    async save(contactId, draft, revision) {
      const read = readDraft(contactId, draft, region(), t)
      if (!read.ok) return read
      return revision === null ? saveHere(read.value) : saveForTeam(read.value, revision)
    },
    async share(contactId) {
      const contact = await ledger.getContact(contactId)
      if (contact === null) return failed('no-such-contact', t('contacts.gone'))
      return saveForTeam(contact, 0)
    },
    remove: (contactId, revision) =>
      stored(async () => {
        if (revision !== null) return team.remove(contactId, revision)
        await ledger.deleteContact(contactId)
        return succeeded(null)
      }),
    sharing,
    refresh,
    imports: createContactImport({ ...dependencies, onStored: changed }),
    stop() {
      for (const stop of stops) stop()
      cancelShowing?.()
    }
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
