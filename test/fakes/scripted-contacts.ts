import type { Contact } from '../../src/shared/domain/contact.ts'
import { failed, succeeded } from '../../src/shared/domain/failure.ts'
import type { SearchResult } from '../../src/shared/domain/search.ts'
import type { EventChannel } from '../../src/shared/ipc/channels.ts'
import type { EventPayload } from '../../src/shared/ipc/events.ts'
import { runningImport, sampleContacts, samplePreview } from './sample-contacts.ts'
import { number, sampleCalls, sampleMessages, sampleNotes, sampleThreads } from './sample-office.ts'
import type { Answers } from './scripted-bridge.ts'

type Emit = <E extends EventChannel>(channel: E, payload: EventPayload<E>) => void

type ContactAnswers = Pick<
  Answers,
  | 'contacts:list-contacts'
  | 'contacts:save-contact'
  | 'contacts:delete-contact'
  | 'contacts:get-sharing'
  | 'contacts:share-contact'
  | 'contacts:preview-import'
  | 'contacts:start-import'
  | 'contacts:cancel-import'
  | 'search:find'
>

const holds = (text: string, ...places: readonly (string | null)[]): boolean => {
  const wanted = text.trim().toLowerCase()
  const digits = wanted.replace(/\D/gu, '')
  return places.some(
    (it) => it?.toLowerCase().includes(wanted) || (digits !== '' && it?.replace(/\D/gu, '').includes(digits))
  )
}

/** Contacts and search of a main process in memory. */
export function scriptedContacts(nowMs: number, emit: Emit): ContactAnswers {
  let contacts = sampleContacts
  const set = (next: readonly Contact[]) => {
    contacts = next.toSorted((a, b) => a.name.localeCompare(b.name))
    emit('contacts:contacts-changed', {})
  }
  return {
    'contacts:list-contacts': ({ text, after, limit }) => {
      const found = contacts.filter(
        ({ name, company, numbers }) =>
          text.trim() === '' || holds(text, name, company, ...numbers.map(({ address }) => address))
      )
      const from = after === null ? 0 : found.findIndex(({ id }) => id === after.id) + 1
      return found.slice(from, from + limit)
    },
    'contacts:save-contact': ({ contactId, draft }) => {
      if (draft.name.startsWith('Refused')) return failed('ledger', 'The disk is full. Nothing was stored.')
      const numbers = draft.numbers.map(({ text, label }) => {
        const digits = text.replace(/\D/gu, '')
        const { address, display } = number(digits.length === 10 ? `+1${digits}` : `+${digits}`)
        return { address, display, label }
      })
      const saved = { id: contactId, name: draft.name, company: draft.company, numbers, team: null }
      set([...contacts.filter(({ id }) => id !== contactId), saved])
      return succeeded({ kind: 'saved', contact: saved })
    },
    'contacts:delete-contact': ({ contactId }) => {
      set(contacts.filter(({ id }) => id !== contactId))
      return succeeded(null)
    },
    'contacts:get-sharing': () => 'off',
    'contacts:share-contact': () => failed('team-offline', 'The team cannot be reached now.'),
    'contacts:preview-import': ({ columns }) =>
      succeeded({
        ...samplePreview,
        columns: samplePreview.columns.map((it, index) => ({ ...it, field: columns?.[index] ?? it.field }))
      }),
    'contacts:start-import': () => succeeded(runningImport),
    'contacts:cancel-import': () => {
      emit('contacts:import-progressed', { ...runningImport, state: 'cancelled' })
      return { ok: true }
    },
    'search:find': ({ text, limit }) => find(nowMs, text, limit)
  }
}

function find(nowMs: number, text: string, limit: number): SearchResult {
  if (text.trim() === '') return { people: [], texts: [] }
  const calls = sampleCalls(nowMs)
  const parties = new Map(calls.map(({ other }) => [other.address, other]))
  const threads = new Map(sampleThreads(nowMs).map((thread) => [thread.id, thread]))
  const people = [...parties.values()]
    .filter(({ address, name, display }) => address !== '' && holds(text, name, display))
    .map((party) => ({
      party: {
        ...party,
        company: sampleContacts.find(({ name }) => name === party.name)?.company ?? null
      },
      lastContactAtMs: calls.find(({ other }) => other.address === party.address)?.startedAtMs ?? null
    }))
  const texts = [
    ...sampleNotes(nowMs).map((note) => ({
      kind: 'note' as const,
      id: note.id,
      party: parties.get(note.address) ?? number(note.address),
      atMs: note.atMs,
      text: note.body
    })),
    ...sampleMessages(nowMs).flatMap(({ id, threadId, atMs, body }) => {
      const party = threads.get(threadId)?.other
      return party ? [{ kind: 'message' as const, id, party, atMs, text: body }] : []
    })
  ].filter((it) => holds(text, it.text))
  return { people: people.slice(0, limit), texts: texts.slice(0, limit) }
}
