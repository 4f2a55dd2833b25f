import type {
  ContactName,
  ContactQuery,
  ContactRecord,
  KeptContact
} from '../../src/main/core/contacts/contact-record.ts'
import { contactSortName, keptContactOf } from '../../src/main/core/contacts/index.ts'
import {
  type Ledger,
  LedgerUnavailable,
  noChanges,
  type SharedEntry,
  type StreamPosition
} from '../../src/main/core/ports.ts'

/** Of a ledger in memory: contacts, and the copy of what a team shares. */
export class InMemorySharing {
  contacts: readonly KeptContact[] = []
  shared: readonly SharedEntry[] = []
  readonly positions = new Map<string, number>()
  /** The methods whose disk is full. */
  readonly unavailable = new Set<keyof Ledger>()

  listContactNames(): Promise<readonly ContactName[]> {
    const namesOf = ({ id, name, company, numbers }: ContactRecord) =>
      numbers.map(({ address }) => ({ address, name, company, isShared: this.#isShared(id) }))
    return Promise.resolve(this.contacts.flatMap(namesOf))
  }

  async listContacts({ text, after, limit }: ContactQuery): Promise<readonly KeptContact[]> {
    await this.reach('listContacts')
    const key = ({ name, id }: { readonly name: string; readonly id: string }) =>
      `${contactSortName(name)}\n${id}`
    return this.contacts
      .filter((contact) => JSON.stringify(contact).includes(text))
      .filter((contact) => after === null || key(contact) > key(after))
      .toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
      .slice(0, limit)
  }

  async saveContacts(contacts: readonly ContactRecord[]): Promise<void> {
    await this.reach('saveContacts')
    const ids = new Set(contacts.map(({ id }) => id))
    const own = contacts.map((contact) => ({ ...contact, shared: null }))
    this.contacts = [...this.contacts.filter(({ id }) => !ids.has(id)), ...own]
  }

  getContact(id: string): Promise<KeptContact | null> {
    return Promise.resolve(this.contacts.find((contact) => contact.id === id) ?? null)
  }

  showSharedContacts(areShown: boolean): Promise<boolean> {
    const entries = areShown ? this.shared.filter(({ kind }) => kind === 'contact') : []
    const wanted = entries.map(keptContactOf).filter((contact) => contact !== null)
    const ids = new Set(wanted.map(({ id }) => id))
    const own = this.contacts.filter(({ id, shared }) => shared === null && !ids.has(id))
    this.contacts = [...own, ...wanted]
    return Promise.resolve(true)
  }

  async deleteContact(id: string): Promise<void> {
    await this.reach('deleteContact')
    this.contacts = this.contacts.filter((contact) => contact.id !== id)
  }

  readStreamPosition(stream: string): Promise<number> {
    return Promise.resolve(this.positions.get(stream) ?? 0)
  }

  openShared(stream: string): Promise<number> {
    return this.readStreamPosition(stream)
  }

  async takeShared(entry: SharedEntry, position?: StreamPosition): ReturnType<Ledger['takeShared']> {
    if (position !== undefined) await this.saveStreamPosition(position)
    const { kind, id, revision } = entry
    const before = this.shared.find((it) => it.kind === kind && it.id === id)
    const isNews = revision > (before?.revision ?? 0)
    if (isNews) this.shared = [...this.shared.filter((it) => it !== before), entry]
    return { isNews, changes: noChanges }
  }

  listShared(kind: SharedEntry['kind']): Promise<readonly SharedEntry[]> {
    return Promise.resolve(this.shared.filter((entry) => entry.kind === kind))
  }

  getShared(kind: SharedEntry['kind'], id: string): Promise<SharedEntry | null> {
    return Promise.resolve(this.shared.find((entry) => entry.kind === kind && entry.id === id) ?? null)
  }

  async saveStreamPosition({ stream, seq }: StreamPosition): Promise<void> {
    await this.reach('saveStreamPosition')
    this.positions.set(stream, Math.max(seq, this.positions.get(stream) ?? 0))
  }

  protected reach(method: keyof Ledger): Promise<void> {
    return this.unavailable.has(method)
      ? Promise.reject(new LedgerUnavailable('The disk is full'))
      : Promise.resolve()
  }

  #isShared(id: string): boolean {
    return this.contacts.some((contact) => contact.id === id && contact.shared !== null)
  }
}
