import { createContext, type ReactNode, useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import { type CallFilter, noFilter } from '../../shared/domain/call.ts'
import type { Compose } from '../../shared/domain/compose.ts'
import type { ContactForm } from './contact-form.ts'
import { type DraftCopy, newDraftCopy, withWordsBefore } from './draft-copy.ts'

/** Whose message field should take the caret as soon as it shows, and what it begins with if nothing is written there. */
export interface ComposeRequest {
  readonly address: string
  readonly how: NonNullable<Compose>
}

/** What the page knows that the main process need not: gone with the window. */
export interface UiState {
  readonly searchText: string
  /** What narrows the history beside the search text. */
  readonly callFilter: CallFilter
  /** This window's copies of unsent messages, by the address they are for. */
  readonly drafts: Readonly<Record<string, DraftCopy>>
  /** Contacts that are being written, by what their form is for. */
  readonly contactForms: Readonly<Record<string, ContactForm | undefined>>
  readonly composeFor: ComposeRequest | null
  /** The section of Settings that is to be brought into view, by its name. */
  readonly soughtSection: string | null
  /** The dial whose outcome was seen and closed. */
  readonly closedDialId: string | null
  /** What is typed into the palette; null while it is closed. */
  readonly paletteText: string | null
  readonly setSearchText: (text: string) => void
  readonly setCallFilter: (filter: CallFilter) => void
  /** Puts the copy that `change` makes in the place of the one there is, and answers it. */
  readonly changeDraft: (address: string, change: (copy: DraftCopy) => DraftCopy) => DraftCopy
  /** Begins a message to `address` with these words, unless one is being written: false then. */
  readonly beginDraft: (address: string, body: string) => boolean
  readonly keepContactForm: (key: string, form: ContactForm | undefined) => void
  readonly requestCompose: (address: string | null, how?: ComposeRequest['how']) => void
  readonly seekSection: (name: string | null) => void
  readonly closeDial: (dialId: string) => void
  readonly setPaletteText: (text: string | null) => void
}

export type UiStore = StoreApi<UiState>

export const createUiStore = (): UiStore =>
  createStore((set, get) => ({
    searchText: '',
    callFilter: noFilter,
    drafts: {},
    contactForms: {},
    composeFor: null,
    soughtSection: null,
    closedDialId: null,
    paletteText: null,
    setSearchText: (searchText) => set({ searchText }),
    setCallFilter: (callFilter) => set({ callFilter }),
    changeDraft(address, change) {
      const { drafts } = get()
      const copy = drafts[address] ?? newDraftCopy(address)
      const next = change(copy)
      if (next !== drafts[address]) set({ drafts: { ...drafts, [address]: next } })
      return next
    },
    beginDraft(address, body) {
      let isBegun = false
      get().changeDraft(address, (copy) => {
        if (copy.draft.body.trim() !== '') return copy
        isBegun = true
        return withWordsBefore(copy, body, () => crypto.randomUUID())
      })
      return isBegun
    },
    keepContactForm: (key, form) => set({ contactForms: { ...get().contactForms, [key]: form } }),
    requestCompose: (address, how = 'message') =>
      set({ composeFor: address === null ? null : { address, how } }),
    seekSection: (soughtSection) => set({ soughtSection }),
    closeDial: (closedDialId) => set({ closedDialId }),
    setPaletteText: (paletteText) => set({ paletteText })
  }))

const UiStoreContext = createContext<UiStore | null>(null)

export function UiStoreProvider({
  store,
  children
}: {
  readonly store: UiStore
  readonly children: ReactNode
}) {
  return <UiStoreContext value={store}>{children}</UiStoreContext>
}

export function useUiState<T>(select: (state: UiState) => T): T {
  const store = useContext(UiStoreContext)
  if (!store) throw new Error('useUiState needs a UiStoreProvider above it')
  return useStore(store, select)
}
